// %% [markdown]
// # 07 Sockets
//
// A client sends one message in two writes. How many reads?
//
// Fifteen minutes, live. There's a question before each cell: let the room answer, then run it.
// %%
import _07_sockets.lab.PartialReadsTrials;
import java.net.*;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.*;
import workbook.Await;
import workbook.notebook.ExperimentCell;

// %% [markdown]
// ## A server that does nothing
//
// It listens, for this machine only. It doesn't accept.
//
// **Ask:** a client connects. Does it wait?
// %%
var here = InetAddress.getLoopbackAddress();
var listening = new ServerSocket(0, 3, here);
listening.setSoTimeout(10_000);
var client = new Socket(here, listening.getLocalPort());
System.out.println("connected: " + client.isConnected());
//> connected: true

// %% [markdown]
// The kernel answered. The program knows nothing yet.
//
// **Ask:** the client writes, and still nobody has accepted. Where do the bytes go?
// %%
void write(Socket to, String text) throws IOException {
  to.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
}
write(client, "ping");
var server = listening.accept();
server.setSoTimeout(10_000);
String read(Socket from, int most) throws IOException {
  var buffer = new byte[most];
  var length = from.getInputStream().read(buffer);
  if (length == -1) return "the end";
  return new String(buffer, 0, length, StandardCharsets.UTF_8);
}
System.out.println(read(server, 1024));
//> ping

// %% [markdown]
// ## Two writes
//
// **Ask:** the client sends `ping` in two writes. How many reads?
// %%
void arrived(int bytes) throws Exception {
  Await.until(bytes + " bytes have arrived", () -> {
    try {
      return server.getInputStream().available() == bytes;
    } catch (IOException e) {
      return false;
    }
  });
}
write(client, "pi");
write(client, "ng");
arrived(4);
System.out.println(read(server, 1024));
//> ping

// %% [markdown]
// One. So TCP joins what belongs together?
//
// **Ask:** and now?
// %%
write(client, "pi");
System.out.println(read(server, 1024));
write(client, "ng");
System.out.println(read(server, 1024));
//> pi
//> ng

// %% [markdown]
// TCP knows nothing of messages. A read takes what is there.
//
// **Ask:** both writes have arrived, and the buffer has three bytes. What do we see?
// %%
write(client, "pi");
write(client, "ng");
arrived(4);
System.out.println(read(server, 3));
System.out.println(read(server, 3));
//> pin
//> g

// %% [markdown]
// **Ask:** draw two lines, one for the client and one for the server, and an arrow from what is
// written to where it is read. Two writes, then one read.
// %%
var trials = new PartialReadsTrials();
System.out.println(ExperimentCell.chart(trials, "rounds=1"));
//> Read after both writes
//> ...reads 1 + 2: "ping"...

// %% [markdown]
// ## A mistake
//
// One read, one message: that worked all day. Then somebody sends a name with an accent.
//
// **Ask:** what does the server print?
// %%
write(client, "René\n");
arrived(6);
System.out.print(read(server, 4));
System.out.print(read(server, 4));
//> Ren��

// %% [markdown]
// `é` is two bytes. Each read turned its own half into text.
//
// **Ask:** when may we turn bytes into text?
// %% [markdown]
// When the message is whole. So the message needs an end: here, the end of its line.
// %%
String readLine(Socket from) throws IOException {
  var line = new ByteArrayOutputStream();
  var one = from.getInputStream().read();
  while (one != '\n' && one != -1) {
    line.write(one);
    one = from.getInputStream().read();
  }
  return line.toString(StandardCharsets.UTF_8);
}
write(client, "Re");
write(client, "né\nAda\n");
System.out.println(readLine(server));
System.out.println(readLine(server));
//> René
//> Ada

// %% [markdown]
// And what came after its end was the next message.
//
// ## The end
//
// **Ask:** the client has nothing more to say, but wants an answer. What does it call?
// %%
client.shutdownOutput();
System.out.println(read(server, 1024));
write(server, "bye");
System.out.println(read(client, 1024));
//> the end
//> bye

// %% [markdown]
// Two directions, each ended on its own.
//
// **Ask:** the server reads again. Does it wait?
// %%
System.out.println(read(server, 1024));
client.close();
server.close();
//> the end

// %% [markdown]
// The end isn't a message that gets used up: it stays the end.
//
// ## Both listen
//
// **Ask:** both begin with `read()`. Who is wrong?
// %%
var one = new Socket(here, listening.getLocalPort());
var two = listening.accept();
Callable<String> listen(Socket socket) throws SocketException {
  socket.setSoTimeout(100);
  return () -> {
    try {
      return read(socket, 1024);
    } catch (SocketTimeoutException silence) {
      return "heard nothing";
    }
  };
}
try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
  for (var heard : threads.invokeAll(List.of(listen(one), listen(two)))) {
    System.out.println(heard.get());
  }
}
one.close();
two.close();
//> heard nothing
//> heard nothing

// %% [markdown]
// Neither, and that's the trouble: the protocol is. It must say who speaks first.
//
// ## Ports
//
// **Ask:** a second server on the same port? And on port 65,536?
// %%
void serve(int port) throws IOException {
  try (var server = new ServerSocket(port, 3, here)) {
    System.out.println("listens");
  } catch (BindException | IllegalArgumentException refused) {
    System.out.println(refused.getMessage());
  }
}
serve(listening.getLocalPort());
serve(65_536);
//> Address already in use...
//> ...out of range...

// %% [markdown]
// **Ask:** and where nobody listens any more?
// %%
var port = listening.getLocalPort();
listening.close();
try {
  new Socket(here, port);
} catch (ConnectException refused) {
  System.out.println("refused");
}
//> refused
// %%
/exit
