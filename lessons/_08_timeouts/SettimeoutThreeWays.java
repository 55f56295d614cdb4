package _08_timeouts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import workbook.Chart;
import workbook.Experiment;
import workbook.Outcome.Expectation;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;

/// # None, zero, some
///
/// A socket has no limit, must not wait at all, or has a limit. And the same for a channel, where
/// the limit is not heard.
public final class SettimeoutThreeWays implements Experiment {
  private static final String FOREVER = "waits until there is a byte";
  private static final int DOT = '.';

  @Override
  public String id() {
    return "settimeout-three-ways";
  }

  @Override
  public String title() {
    return "None, zero, some";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        In Python, settimeout(0) says: do not wait at all. In Java, a client calls \
        setSoTimeout(0), and then read(). Nothing has been sent. What does read() do?\
        """,
        "returns 0 at once",
        "throws a SocketTimeoutException at once",
        FOREVER);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("limit", 100, 1, 5_000, "ms"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Outcomes("How a read ends that finds nothing"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var limit = with.count("limit");
    try (var unlimited = Pair.connected();
        var deaf = channels()) {
      unlimited.client().setSoTimeout(0);
      var waiting = start(() -> unlimited.client().getInputStream().read());
      deaf.client().socket().setSoTimeout(limit);
      var ignoring = start(() -> oneByte(deaf.client()));

      some(limit, record); // meanwhile a limit is reached
      var stillWaiting = !waiting.isDone();
      unlimited.server().getOutputStream().write(DOT);
      record.claim(
          "setSoTimeout(0): no limit. The read waits until there is a byte.",
          stillWaiting && get(waiting) == DOT,
          "another read had reached its limit by then");
      record.outcome(FOREVER, Expectation.INTERESTING, 1, "setSoTimeout(0)");

      var notYet = !ignoring.isDone();
      deaf.server().write(ByteBuffer.wrap(Pair.bytes(".")));
      record.claim(
          "A SocketChannel does not hear setSoTimeout: its read waits on.",
          notYet && get(ignoring) == DOT,
          "it got the byte that was sent after %d ms".formatted(limit));
      record.outcome("waits, deaf to its limit", Expectation.INTERESTING, 1, "a channel's read");
    }
    zero(record);
    record.answer(FOREVER);
  }

  /// A read with a limit.
  private static void some(int limit, Recorder record) throws IOException {
    try (var pair = Pair.connected()) {
      pair.client().setSoTimeout(limit);
      var watch = Stopwatch.start();
      record.claim(
          "setSoTimeout(%d): a SocketTimeoutException, and not before its time.".formatted(limit),
          timesOut(pair.client()) && watch.millis() >= limit,
          "%.1f ms of %d".formatted(watch.millis(), limit));
      record.outcome("SocketTimeoutException", Expectation.ACCEPTABLE, 1, "a limit above 0");
    }
  }

  /// A read that does not wait: only a channel has it.
  private static void zero(Recorder record) throws IOException {
    try (var pair = channels()) {
      pair.client().configureBlocking(false);
      var nothing = pair.client().read(ByteBuffer.allocate(1));
      record.claim(
          "configureBlocking(false): the read returns at once, with no byte.",
          nothing == 0,
          "it returned " + nothing);
      record.outcome("returns 0", Expectation.ACCEPTABLE, 1, "configureBlocking(false)");
    }
  }

  private static boolean timesOut(Socket client) throws IOException {
    try {
      client.getInputStream().read();
      return false;
    } catch (SocketTimeoutException silence) {
      return true;
    }
  }

  private static FutureTask<Integer> start(Callable<Integer> read) {
    var task = new FutureTask<>(read);
    Thread.startVirtualThread(task);
    return task;
  }

  private static int get(FutureTask<Integer> read) throws Exception {
    return read.get(Pair.GENEROUS, TimeUnit.MILLISECONDS);
  }

  private static int oneByte(SocketChannel from) throws IOException {
    var buffer = ByteBuffer.allocate(1);
    return from.read(buffer) == 1 ? buffer.get(0) : -1;
  }

  /// Two channels that are connected.
  private record Channels(SocketChannel client, SocketChannel server) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      client.close();
      server.close();
    }
  }

  private static Channels channels() throws IOException {
    try (var listening = ServerSocketChannel.open()) {
      listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      var client = SocketChannel.open(listening.getLocalAddress());
      return new Channels(client, listening.accept());
    }
  }

  @Override
  public String explanation() {
    return """
    | What you want | Python | Java |
    | --- | --- | --- |
    | wait as long as it takes | `settimeout(None)` | `setSoTimeout(0)`, the default |
    | do not wait at all | `settimeout(0)` | a `SocketChannel` with `configureBlocking(false)` |
    | wait so long | `settimeout(0.1)` | `setSoTimeout(100)` |

    The same 0 means never to wait in one language, and to wait for ever in the other.

    Python's limit is for every call on that socket, also for sending. Java's is for reading only
    (and for `accept()`), and for the streams of a `Socket` only: a `SocketChannel` has the setting
    and does not heed it. A channel's read is limited by a selector, or by closing the channel from
    another thread.

    A read that does not wait knows three answers: a number above 0 is so many bytes, 0 is nothing at
    the moment, and -1 is never again.
    """;
  }
}
