// %% [markdown]
// # 08 Timeouts
//
// Which of the two limits fires: connect or read?
//
// Fifteen minutes, live. Before each cell there is a question: let the room answer, then run it.
// %%
import _08_timeouts.lab.ReadTimeout;
import java.net.*;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.*;
import java.util.concurrent.locks.ReentrantLock;
import workbook.notebook.ExperimentCell;

var here = InetAddress.getLoopbackAddress();

// %% [markdown]
// ## A server that never accepts
//
// The client gives `connect()` ten seconds, and each read 100 ms.
//
// **Ask:** which limit fires?
// %%
var idle = new ServerSocket(0, 1, here);
String ask(ServerSocket server, int connectLimit, int readLimit)
    throws IOException {
  try (var client = new Socket()) {
    client.connect(server.getLocalSocketAddress(), connectLimit);
    client.setSoTimeout(readLimit);
    client.getOutputStream().write('?');
    return "read " + client.getInputStream().read();
  } catch (SocketTimeoutException silence) {
    return silence.getMessage();
  }
}
System.out.println(ask(idle, 10_000, 100));
//> Read timed out

// %% [markdown]
// The kernel connected us. The program knows nothing yet.
//
// **Ask:** two clients wait in the queue, which has room for two (Linux: backlog 1, and one more).
// And the third?
// %%
var full = new ServerSocket(0, 1, here);
var waiting = new ArrayList<Socket>();
void fill(ServerSocket server) throws IOException {
  for (var n = 0; n < 10; n++) {
    var client = new Socket();
    waiting.add(client);
    try {
      client.connect(server.getLocalSocketAddress(), 100);
    } catch (IOException noRoom) {
      return;
    }
  }
}
fill(full);
System.out.println(ask(full, 100, 10_000));
//> Connect timed out

// %% [markdown]
// ## Two questions, one connection
//
// **Ask:** the client asks question 1 and gives up. Then it asks question 2 on the same
// connection. What does it read?
// %%
var listening = new ServerSocket(0, 1, here);
var client = new Socket(here, listening.getLocalPort());
var server = listening.accept();
client.setSoTimeout(100);
void write(Socket to, String text) throws IOException {
  to.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
}
String read(Socket from) throws IOException {
  var buffer = new byte[1024];
  try {
    var length = from.getInputStream().read(buffer);
    if (length == -1) return "the end";
    return new String(buffer, 0, length, StandardCharsets.UTF_8);
  } catch (SocketTimeoutException silence) {
    return "nothing";
  }
}
write(client, "question 1");
read(server);
System.out.println(read(client));
write(client, "question 2");
client.setSoTimeout(10_000);
read(server);
write(server, "answer 1");
System.out.println(read(client));
//> nothing
//> answer 1

// %% [markdown]
// **Ask:** where was the error? Draw who says what, and when.
// %%
System.out.println(ExperimentCell.chart(new ReadTimeout(), "limit=50"));
//> One connection, two questions
//> ...gives up: Read timed out...
//> ...reads 3: "answer 1\n"...

// %% [markdown]
// There was no error anywhere. That's why we close a connection after a timeout.
//
// ## A mistake
//
// A program computes how much time is left, and gives that to the read.
//
// **Ask:** when does this read give up?
// %%
void giveWhatIsLeft(long nanos) throws SocketException {
  client.setSoTimeout((int) (nanos / 1_000_000));
}
giveWhatIsLeft(300_000);
System.out.println(client.getSoTimeout());
//> 0

// %% [markdown]
// 0.3 ms were left. Rounded down, that's 0, and in Java 0 means no limit at all.
//
// **Ask:** what should we give it instead? Mend it.
// %% [markdown]
// What's left, rounded up. It's never 0.
// %%
void giveWhatIsLeft(long nanos) throws SocketException {
  client.setSoTimeout((int) Math.ceil(nanos / 1e6));
}
giveWhatIsLeft(300_000);
System.out.println(client.getSoTimeout());
//> 1

// %% [markdown]
// ## Four answers
//
// **Ask:** the server closes. What does our read return? And our write?
// %%
server.close();
client.setSoTimeout(10_000);
System.out.println(read(client));
String writeUntilItFails(Socket to) {
  for (var writes = 1; ; writes++) {
    try {
      write(to, "ping");
    } catch (IOException failed) {
      if (writes == 1) return "the first";
      return "not the first: " + failed.getMessage();
    }
  }
}
System.out.println(writeUntilItFails(client));
client.close();
//> the end
//> not the first: ...

// %% [markdown]
// **Ask:** and if the server breaks off the connection instead of closing it in good order?
// %%
var second = new Socket(here, listening.getLocalPort());
var rude = listening.accept();
rude.setSoLinger(true, 0);
rude.close();
try {
  System.out.println(read(second));
} catch (SocketException reset) {
  System.out.println("an exception: " + reset.getMessage());
}
second.close();
//> an exception: ...

// %% [markdown]
// ## Early, late
//
// **Ask:** we wait in vain, with a limit of 20 ms. Which of these can't it take: 19, 20 or 200 ms?
// %%
var start = System.nanoTime();
var came = new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
System.out.println(came);
System.out.println(System.nanoTime() - start >= 20_000_000);
//> false
//> true

// %% [markdown]
// Late by how much? That depends on the machine, so a test asserts only the lower bound.
//
// **Ask:** another thread holds the lock. What does this print?
// %%
var lock = new ReentrantLock();
lock.lock();
void work() {
  try {
    lock.tryLock(20, TimeUnit.MILLISECONDS);
    System.out.println("I have the lock: " + lock.isHeldByCurrentThread());
  } catch (InterruptedException calledOff) {
    Thread.currentThread().interrupt();
  }
}
Thread.ofVirtual().start(() -> work()).join();
lock.unlock();
//> I have the lock: false

// %% [markdown]
// Nobody looked at what `tryLock` returned. Nothing failed, and nothing was locked.
// `explore timeouts/ignored-timeout` shows what that costs.
//
// ## Interrupt a read
//
// **Ask:** a platform thread reads without a limit. We interrupt it, and then send some bytes. What
// comes of the read?
// %%
var patient = new Socket(here, listening.getLocalPort());
var other = listening.accept();
var reading = new FutureTask<>(() -> read(patient));
var thread = Thread.ofPlatform().start(reading);
thread.interrupt();
write(other, "at last");
System.out.println(reading.get(10, TimeUnit.SECONDS));
//> at last

// %% [markdown]
// It didn't notice. **Ask:** and a virtual thread?
// %%
var again = new FutureTask<>(() -> read(patient));
Thread.ofVirtual().start(again).interrupt();
try {
  System.out.println(again.get(10, TimeUnit.SECONDS));
} catch (ExecutionException failed) {
  System.out.println(failed.getCause().getMessage());
}
System.out.println("closed: " + patient.isClosed());
//> Closed by interrupt
//> closed: true

// %% [markdown]
// Closing the socket works for both.
// %%
other.close();
listening.close();
idle.close();
full.close();
for (var one : waiting) one.close();
// %%
/exit
