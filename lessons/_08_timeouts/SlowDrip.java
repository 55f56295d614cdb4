package _08_timeouts;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;

/// # A byte now and then
///
/// The server sends its answer drop by drop. The client has a limit for each read, then one for all
/// of them.
public final class SlowDrip implements Experiment {
  private static final String NEVER = "never: each read gets its byte in time";
  private static final String WAITED = "time waited for an answer";

  /// The server sends so many drops within one limit.
  private static final int DROPS = 20;

  @Override
  public String id() {
    return "slow-drip";
  }

  @Override
  public String title() {
    return "A byte now and then";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        A client calls setSoTimeout(200). The server sends one byte every 10 ms, and never stops. \
        When does the limit fire?\
        """,
        "after 200 ms",
        "after 210 ms",
        NEVER);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("limit", 200, 100, 2_000, "ms"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Bars("Limited, and still waiting", WAITED, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var limit = with.count("limit");
    limitEachRead(limit, record);
    limitAllReads(limit, record);
    record.answer(NEVER);
  }

  /// Reads on until it has waited for twice the limit in all.
  private static void limitEachRead(int limit, Recorder record) throws IOException {
    try (var drip = Drip.start(limit)) {
      drip.client().setSoTimeout(limit);
      var waited = 0.0;
      var drops = 0;
      while (waited < 2 * limit) {
        var watch = Stopwatch.start();
        try {
          drip.client().getInputStream().read();
          waited += watch.millis();
          drops++;
        } catch (SocketTimeoutException stall) {
          record.note("Once the machine was so busy that a drop came too late.");
        }
      }
      record.sample(WAITED, "ms", "a limit for each read", waited);
      record.claim(
          "Reads that kept their limit waited for twice as long, together.",
          waited >= 2 * limit,
          "%d drops, %.0f ms".formatted(drops, waited));
    }
  }

  /// Gives each read what is left of the time.
  private static void limitAllReads(int limit, Recorder record) throws IOException {
    try (var drip = Drip.start(limit)) {
      var watch = Stopwatch.start();
      var drops = 0;
      for (int left; (left = (int) Math.ceil(limit - watch.millis())) > 0; ) {
        drip.client().setSoTimeout(left); // never 0: that would be no limit at all
        try {
          drip.client().getInputStream().read();
          drops++;
        } catch (SocketTimeoutException timeIsUp) {
          // The loop sees it, too.
        }
      }
      var waited = watch.millis();
      record.sample(WAITED, "ms", "a limit for all reads", waited);
      record.claim(
          "A limit for all reads ends, and not before its time.",
          waited >= limit,
          "%d drops, %.1f ms of %d".formatted(drops, waited, limit));
    }
  }

  /// A server that drips until it is closed.
  private record Drip(Pair pair, CountDownLatch enough, ExecutorService threads)
      implements AutoCloseable {
    static Drip start(int limit) throws IOException {
      var pair = Pair.connected();
      var enough = new CountDownLatch(1);
      var threads = Executors.newVirtualThreadPerTaskExecutor();
      threads.submit(() -> send(pair.server(), limit, enough));
      return new Drip(pair, enough, threads);
    }

    private static Void send(Socket server, int limit, CountDownLatch enough)
        throws IOException, InterruptedException {
      server.setTcpNoDelay(true); // or the kernel collects drops
      while (!enough.await(limit / DROPS, TimeUnit.MILLISECONDS)) {
        server.getOutputStream().write('.');
      }
      return null;
    }

    Socket client() {
      return pair.client();
    }

    @Override
    public void close() throws IOException {
      enough.countDown();
      threads.close();
      pair.close();
    }
  }

  @Override
  public String explanation() {
    return """
    `setSoTimeout` limits *one* call of `read()`: the time until the next byte. It says nothing about
    an answer, because a socket does not know what an answer is. A server that is slow, or wicked,
    keeps a client for ever with one byte now and then. (As an attack on servers this is called
    *slowloris*.)

    The mend is a **deadline**: a moment, fixed once, for the whole answer. Before each read, give it
    what is left. Take the moment from `System.nanoTime()`: the clock on the wall can be set.

    Mind the last step: less than a millisecond left, rounded down, is `setSoTimeout(0)`. In Java
    that means no limit.
    """;
  }
}
