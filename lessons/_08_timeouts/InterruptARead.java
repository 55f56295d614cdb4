package _08_timeouts;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import workbook.Chart;
import workbook.Experiment;
import workbook.Outcome.Expectation;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;

/// # Interrupt a read
///
/// A thread reads from a socket, and nothing comes. Another one interrupts it.
public final class InterruptARead implements Experiment {
  private static final String READS_ON = "nothing: it waits on";

  @Override
  public String id() {
    return "interrupt-a-read";
  }

  @Override
  public String title() {
    return "Interrupt a read";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        A platform thread waits in the read() of a Socket, without a limit. Another thread \
        interrupts it. What happens to the read?\
        """,
        "it throws an InterruptedException",
        "it throws a SocketException",
        READS_ON);
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Conversation("A platform thread", "platform thread", "interrupter"),
        new Chart.Outcomes("How the read ends"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    platformThread(record);
    closed(record);
    virtualThread(record);
    channel(record);
    record.answer(READS_ON);
  }

  /// Interrupts, and then sends a byte: whoever gets it has waited on.
  private static void platformThread(Recorder record) throws Exception {
    try (var pair = Pair.connected()) {
      pair.client().setSoTimeout(0);
      var bytes = pair.client().getInputStream();
      var reading = Reading.of(Thread.ofPlatform(), () -> read(bytes));
      record.turn("platform thread", "reads");
      reading.thread().interrupt();
      record.turn("interrupter", "interrupts");
      record.turn("interrupter", "sends a byte");
      pair.server().getOutputStream().write('.');
      var ended = reading.ended();
      record.turn("platform thread", ended);
      seen("a platform thread, interrupted", ended, record);
      record.claim(
          "A platform thread does not hear it: its read waits on, until there is a byte.",
          ended.equals("gets its byte"),
          ended);
    }
  }

  private static void closed(Recorder record) throws Exception {
    try (var pair = Pair.connected()) {
      pair.client().setSoTimeout(0);
      var bytes = pair.client().getInputStream();
      var reading = Reading.of(Thread.ofPlatform(), () -> read(bytes));
      pair.client().close();
      var ended = reading.ended();
      seen("a platform thread, its socket closed", ended, record);
      record.claim(
          "Whoever closes the socket ends the read.", ended.startsWith("SocketException"), ended);
    }
  }

  private static void virtualThread(Recorder record) throws Exception {
    try (var pair = Pair.connected()) {
      pair.client().setSoTimeout(0);
      var bytes = pair.client().getInputStream();
      var reading = Reading.of(Thread.ofVirtual(), () -> read(bytes));
      reading.thread().interrupt();
      var ended = reading.ended();
      seen("a virtual thread, interrupted", ended, record);
      record.claim(
          "A virtual thread hears it: its read throws, and the socket is closed.",
          ended.startsWith("SocketException") && pair.client().isClosed(),
          ended);
    }
  }

  private static void channel(Recorder record) throws Exception {
    try (var listening = ServerSocketChannel.open()) {
      listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      try (var client = SocketChannel.open(listening.getLocalAddress())) {
        var reading = Reading.of(Thread.ofPlatform(), () -> read(client));
        reading.thread().interrupt();
        var ended = reading.ended();
        seen("a channel, interrupted", ended, record);
        record.claim(
            "A channel hears it, whatever the thread, and is closed.",
            ended.startsWith("ClosedByInterruptException") && !client.isOpen(),
            ended);
      }
    }
  }

  private static String read(InputStream from) throws IOException {
    try {
      return from.read() == '.' ? "gets its byte" : "sees the end";
    } catch (SocketException failed) {
      return "SocketException: " + failed.getMessage();
    }
  }

  private static String read(SocketChannel from) throws IOException {
    try {
      return "returns " + from.read(ByteBuffer.allocate(1));
    } catch (ClosedByInterruptException closed) {
      return "ClosedByInterruptException";
    }
  }

  private static void seen(String who, String ended, Recorder record) {
    record.fact(who, ended);
    record.outcome(ended, Expectation.ACCEPTABLE, 1, who);
  }

  /// A thread that reads, or is just about to.
  private record Reading(Thread thread, FutureTask<String> task) {
    static Reading of(Thread.Builder kind, Callable<String> read) throws InterruptedException {
      var begun = new CountDownLatch(1);
      var task =
          new FutureTask<>(
              () -> {
                begun.countDown();
                return read.call();
              });
      var thread = kind.start(task);
      begun.await();
      return new Reading(thread, task);
    }

    /// @return how the read ended
    String ended() throws Exception {
      var ended = task.get(Pair.GENEROUS, TimeUnit.MILLISECONDS);
      thread.join();
      return ended;
    }
  }

  @Override
  public String explanation() {
    return """
    Interruption is a polite question, and each wait decides whether it listens. `sleep`, `join`,
    `await`, `take` do, and throw an `InterruptedException`. A `read()` of a Socket is declared to
    throw an `IOException` only, and was made before anybody thought of it.

    - On a **platform thread** the read waits on. The interruption is not lost: it is noted, and the
      next wait that listens hears it.
    - On a **virtual thread** the read throws a `SocketException`, and the socket is closed.
    - A **SocketChannel** throws a `ClosedByInterruptException`, and is closed.

    What works everywhere is to **close the socket** from another thread. And a limit on the read
    gives its thread a chance to look whether it is still wanted.

    A pool that is told `shutdownNow()` interrupts its threads, no more. If they are platform threads
    that read without a limit, `awaitTermination` waits for the next byte of a client.
    """;
  }
}
