// %% [markdown]
// # 10 Servers
//
// A hundred clients stay connected. How many are served?
//
// Fifteen minutes, live. There's a question before each cell: let the room answer, then run it.
// %%
import _10_servers.Restart;
import _10_servers.lab.EchoTiming;
import _10_servers.lab.LongLivedTrial;
import _10_servers.lab.WaitingHandlerTiming;
import java.net.*;
import java.nio.ByteBuffer;
import java.nio.channels.*;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.*;
import workbook.Parameters;
import workbook.ServerExperiment;
import workbook.notebook.ExperimentCell;

// %% [markdown]
// ## One thread
//
// Here's the lesson's own echo server, with one thread: it accepts a client, talks to it until it
// leaves, and then accepts the next. It says back whatever it gets.
//
// **Ask:** what does Ada hear?
// %%
var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
ServerExperiment.Service start(String design) throws IOException {
  var with = new Parameters(Map.of("design", design));
  var service = new EchoTiming().open(with, here);
  Thread.startVirtualThread(() -> {
    try {
      service.serve();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  });
  return service;
}
Socket connect(SocketAddress server) throws IOException {
  var client = new Socket();
  client.connect(server, 10_000);
  return client;
}
void say(Socket client, String text) throws IOException {
  client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
}
String hear(Socket client, int patience) throws IOException {
  client.setSoTimeout(patience);
  var buffer = new byte[1024];
  try {
    var length = client.getInputStream().read(buffer);
    if (length == -1) return "the end";
    return new String(buffer, 0, length, StandardCharsets.UTF_8);
  } catch (SocketTimeoutException silence) {
    return "nothing";
  }
}
var single = start("single");
var ada = connect(single.address());
say(ada, "I am Ada");
System.out.println(hear(ada, 10_000));
//> I am Ada

// %% [markdown]
// Ada stays. Now Bob comes.
//
// **Ask:** is he connected? And what does he hear?
// %%
var bob = connect(single.address());
say(bob, "I am Bob");
System.out.println(bob.isConnected() + ", and hears " + hear(bob, 200));
//> true, and hears nothing

// %% [markdown]
// The kernel connected him, and keeps his bytes. The server's only thread waits for Ada.
//
// **Ask:** Ada says quit. What does each of them hear?
// %%
say(ada, "quit\r\n");
System.out.println("Ada: " + hear(ada, 10_000));
System.out.println("Bob: " + hear(bob, 10_000));
//> Ada: the end
//> Bob: I am Bob

// %% [markdown]
// **Ask:** now Bob says stop. What does he hear? And what becomes of Cleo, who comes a moment
// later?
// %%
say(bob, "stop\r\n");
System.out.println("Bob: " + hear(bob, 10_000));
try {
  connect(single.address());
} catch (ConnectException refused) {
  System.out.println("Cleo: refused");
}
//> Bob: the end
//> Cleo: refused

// %% [markdown]
// ## A thread for each
//
// **Ask:** a hundred clients, all of whom stay. How many hear something?
// %%
int served(ServerExperiment.Service server, int clients)
    throws IOException {
  var all = new ArrayList<Socket>();
  var served = 0;
  for (var n = 0; n < clients; n++) {
    all.add(connect(server.address()));
    say(all.getLast(), "hello");
  }
  for (var client : all) {
    served += hear(client, 10_000).equals("hello") ? 1 : 0;
  }
  for (var client : all) {
    client.close();
  }
  return served;
}
try (var virtual = start("virtual")) {
  System.out.println(served(virtual, 100));
}
//> 100

// %% [markdown]
// ## One thread that waits for nobody
//
// A selector asks the kernel about all channels at once. Three clients connect, and two of
// them speak.
//
// **Ask:** how many of them does `select()` name?
// %%
var selector = Selector.open();
var door = ServerSocketChannel.open().bind(here);
var three = new ArrayList<Socket>();
for (var n = 0; n < 3; n++) {
  three.add(connect(door.getLocalAddress()));
  var client = door.accept();
  client.configureBlocking(false);
  client.register(selector, SelectionKey.OP_READ);
}
say(three.get(0), "one");
say(three.get(2), "three");
while (selector.selectedKeys().size() < 2) {
  selector.select(10_000);
}
System.out.println(selector.selectedKeys().size());
//> 2

// %% [markdown]
// **Ask:** we haven't read anything yet, and ask again. How many does it name now? And after
// we've read?
// %%
selector.selectedKeys().clear();
System.out.println(selector.select(10_000));
var buffer = ByteBuffer.allocate(1024);
for (var key : selector.selectedKeys()) {
  ((SocketChannel) key.channel()).read(buffer);
}
selector.selectedKeys().clear();
System.out.println(selector.selectNow());
//> 2
//> 0

// %% [markdown]
// It tells us what *is*, not what's new: as long as there are bytes, it names their channel.
//
// **Ask:** the lesson's server has one thread and a selector. How many of a hundred clients does it
// serve, if all of them stay?
// %%
selector.close();
door.close();
for (var client : three) {
  client.close();
}
try (var server = start("selector")) {
  System.out.println(served(server, 100));
}
//> 100

// %% [markdown]
// **Ask:** six designs, and twenty clients that stay. `pool` has 16 threads, and `async` has
// channels that call back. Draw six bars: how many clients does each design serve?
// %%
var longLived = new LongLivedTrial();
System.out.println(
    ExperimentCell.chart(longLived, "clients=20", "processes=no"));
//> How many are served while all of them stay
//> ...single... 1 clients
//> ...thread... 20 clients
//> ...pool... 16 clients
//> ...

// %% [markdown]
// ## A handler that waits
//
// Now the handler waits 10 ms, as if it asked a database. Twenty clients ask as fast as they can.
//
// **Ask:** which designs answer about a hundred times a second, and which about two thousand times?
// %%
var waiting = new WaitingHandlerTiming();
System.out.println(
    ExperimentCell.chart(waiting, "connections=20", "time=50"));
//> Answers while each handler waits 10 ms
//> ...single...
//> ...thread...
//> ...

// %% [markdown]
// The selector's thread sleeps, too, and it's the only one: never block an event loop.

// %% [markdown]
// ## Started again
//
// A server closes a connection, ends, and starts again at once, at the same port. Java sets
// SO_REUSEADDR for it.
//
// **Ask:** does it start? And without SO_REUSEADDR?
// %%
System.out.println(new Restart(true, true, true).succeeds());
System.out.println(new Restart(false, false, true).succeeds());
//> true
//> false

// %% [markdown]
// The connection outlives the server. Whoever closed first keeps it in the state TIME_WAIT.
//
// **Ask:** and if the client closes first, without SO_REUSEADDR?
// %%
System.out.println(new Restart(false, false, false).succeeds());
//> true

// %% [markdown]
// ## A mistake
//
// Here's a server of our own, quickly written. It works for everybody who presses Enter.
//
// **Ask:** this client says `hello`, without a newline, and waits for the echo. What does it hear?
// %%
void talk(Socket client) throws IOException {
  var in = new InputStreamReader(client.getInputStream());
  var lines = new BufferedReader(in).lines().iterator();
  while (lines.hasNext()) {
    say(client, lines.next());
  }
}
String answerToHello(int patience) throws Exception {
  try (var door = new ServerSocket(0, 1, here.getAddress());
      var client = connect(door.getLocalSocketAddress());
      var accepted = door.accept()) {
    var talking = new FutureTask<Void>(() -> {
      talk(accepted);
      return null;
    });
    Thread.startVirtualThread(talking);
    say(client, "hello");
    var answer = hear(client, patience);
    client.shutdownOutput();
    talking.get(10, TimeUnit.SECONDS);
    return answer;
  }
}
System.out.println(answerToHello(200));
//> nothing

// %% [markdown]
// The server waits for a newline, and the client waits for the server.
//
// **Ask:** how do we mend it?
// %% [markdown]
// We say back what each read got, whole lines or not.
// %%
void talk(Socket client) throws IOException {
  var buffer = new byte[2048];
  var length = client.getInputStream().read(buffer);
  while (length != -1) {
    client.getOutputStream().write(buffer, 0, length);
    length = client.getInputStream().read(buffer);
  }
}
System.out.println(answerToHello(10_000));
//> hello
// %%
/exit
