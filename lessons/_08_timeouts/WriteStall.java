package _08_timeouts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.InterruptedByTimeoutException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;

/// # Writing to somebody who does not read
///
/// The server has stopped reading. The client writes on and on, with a limit set.
public final class WriteStall implements Experiment {
  private static final String STALLS = "at some point write() waits, whatever the limit";
  private static final String KEPT = "bytes that the kernels kept";
  private static final int CHUNK = 10_000;

  @Override
  public String id() {
    return "write-stall";
  }

  @Override
  public String title() {
    return "Writing to somebody who does not read";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        A server does not read. A client calls setSoTimeout(100), and writes 10 kB after 10 kB. \
        What happens?\
        """,
        "nothing: the kernels keep it all",
        "at some point write() throws a SocketTimeoutException",
        STALLS);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("limit", 100, 20, 2_000, "ms without progress"),
        new Parameter.Count("buffer", 16, 4, 256, "kB that the client's kernel is asked to keep"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Bars("Written, and read by nobody", KEPT, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var limit = with.count("limit");
    var buffer = with.count("buffer") * 1024;
    watchdog(limit, buffer, record);
    asynchronous(limit, buffer, record);
    record.answer(STALLS);
  }

  /// Another thread looks after the writer, and closes its socket.
  private static void watchdog(int limit, int buffer, Recorder record) throws Exception {
    try (var pair = Pair.connected()) {
      pair.client().setSoTimeout(limit);
      pair.client().setSendBufferSize(buffer);
      var written = new AtomicLong();
      var writer = new FutureTask<>(() -> writeOn(pair.client(), written));
      Thread.startVirtualThread(writer);

      awaitStall(written, limit);
      var stuck = !writer.isDone();
      pair.client().close();
      var ended = writer.get(Pair.GENEROUS, TimeUnit.MILLISECONDS);
      record.sample(KEPT, "kB", "a socket", written.get() / 1e3);
      record.claim("write() does not heed setSoTimeout: it waits on.", stuck, "it was not over");
      record.claim("Closing the socket ends it.", !ended.isEmpty(), ended);
      record.fact("the writer hears", ended);
    }
  }

  /// Blocks until nothing was written for so long.
  private static void awaitStall(AtomicLong written, int limit) throws InterruptedException {
    long before;
    do {
      before = written.get();
      TimeUnit.MILLISECONDS.sleep(limit);
    } while (before == 0 || written.get() != before);
  }

  /// @return what ended it
  private static String writeOn(Socket client, AtomicLong written) throws IOException {
    try {
      while (true) {
        client.getOutputStream().write(new byte[CHUNK]);
        written.addAndGet(CHUNK);
      }
    } catch (SocketException closed) {
      return "" + closed.getMessage();
    }
  }

  /// This kind of channel takes a limit for each write.
  private static void asynchronous(int limit, int buffer, Recorder record) throws Exception {
    try (var listening = AsynchronousServerSocketChannel.open();
        var client = AsynchronousSocketChannel.open()) {
      listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      client.setOption(StandardSocketOptions.SO_SNDBUF, buffer);
      client.connect(listening.getLocalAddress()).get(Pair.GENEROUS, TimeUnit.MILLISECONDS);
      var written = 0L;
      Stopwatch watch;
      try {
        while (true) {
          watch = Stopwatch.start();
          written += write(client, limit).get(Pair.GENEROUS, TimeUnit.MILLISECONDS);
        }
      } catch (ExecutionException failed) {
        record.sample(KEPT, "kB", "an asynchronous channel", written / 1e3);
        record.claim(
            "A limit for the write itself: InterruptedByTimeoutException.",
            failed.getCause() instanceof InterruptedByTimeoutException,
            "" + failed.getCause());
      }
    }
  }

  private static CompletableFuture<Integer> write(AsynchronousSocketChannel to, int limit) {
    var done = new CompletableFuture<Integer>();
    to.write(ByteBuffer.allocate(CHUNK), limit, TimeUnit.MILLISECONDS, done, new Completing());
    return done;
  }

  @Override
  public String explanation() {
    return """
    A write puts bytes into our kernel's buffer, and they travel to the buffer of the other kernel.
    While both have room, write() returns at once, whether anybody reads or not. When both are full,
    it **waits until the other program reads**. That is good: a fast writer is slowed down to what
    its reader can take (*flow control*). But a reader that hangs now hangs its writer.

    Java has no limit for a Socket's write: `setSoTimeout` is about reading. (Python's `settimeout`
    limits both.) Three ways out:

    - a **watchdog**: another thread closes the socket when nothing has moved for too long. The
      writer gets a `SocketException`;
    - an **AsynchronousSocketChannel**: its write takes a limit. After that, nobody knows how much was
      written, so the only thing left to do is to close it;
    - a **selector**: writes only when there is room, and keeps its own clock (lesson 10).

    A server needs this more than a client does: a single client that stops reading costs it a thread.
    """;
  }
}
