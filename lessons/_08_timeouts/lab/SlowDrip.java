package _08_timeouts.lab;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import _08_timeouts.SlowAnswer;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// A server sends a byte now and then, for ever: what does a limit for each read limit?
public final class SlowDrip implements Experiment {
  static final int BYTES_PER_LIMIT = 20;

  @Override
  public String id() {
    return "slow-drip";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("limit", 200, 100, 2_000, "ms"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Bars("How long each client read", SlowDripFindings.WAITED, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var limit = with.count("limit");
    read(new SlowAnswer.Broken(limit), SlowDripFindings.EACH, limit, record);
    read(new SlowAnswer.Mended(limit), SlowDripFindings.ALL, limit, record);
  }

  /// Reads until the limit fires, or three times as many bytes have come as within one limit.
  private static void read(SlowAnswer client, String name, int limit, Recorder record)
      throws Exception {
    var enough = new CountDownLatch(1);
    var socket = new TimedSocket();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var pair = Pair.connected(socket)) {
      threads.submit(() -> drip(pair.server(), limit, socket.reading, enough));
      var watch = Stopwatch.start();
      var fired = client.firesWithin(3 * BYTES_PER_LIMIT, socket);
      var waited = watch.millis();
      enough.countDown();
      socket.reading.countDown(); // if the time was up before the first read
      record.sample(SlowDripFindings.WAITED, "ms", name, waited);
      record.sample(SlowDripFindings.LONGEST, "ms", name, socket.longestRead());
      if (fired) {
        record.sample(SlowDripFindings.FIRED, "ms", name, waited);
      }
    }
  }

  /// Sends a byte now and then from the client's first read on: each has its pause, then.
  private static Void drip(Socket to, int limit, CountDownLatch reading, CountDownLatch enough)
      throws Exception {
    to.setTcpNoDelay(true); // or the kernel collects bytes
    reading.await();
    while (!enough.await(limit / BYTES_PER_LIMIT, MILLISECONDS)) {
      to.getOutputStream().write('.');
    }
    return null;
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return SlowDripFindings.of(with.count("limit"), seen);
  }
}
