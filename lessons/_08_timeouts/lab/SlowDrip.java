package _08_timeouts.lab;

import _08_timeouts.SlowAnswer;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// A server sends a byte now and then, forever: what does a limit for each read limit?
public final class SlowDrip implements Experiment {
  static final String EACH = "a limit for each read";
  static final String ALL = "a limit for all reads";
  static final String WAITED = "time spent reading";
  static final String FIRED = "time until the limit fired";
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
    return List.of(new Chart.Bars("How long each client read", WAITED, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var limit = with.count("limit");
    read(new SlowAnswer.Broken(limit), EACH, limit, record);
    read(new SlowAnswer.Mended(limit), ALL, limit, record);
  }

  /// Reads until the limit fires, or three times as many bytes have come as within one limit.
  private static void read(SlowAnswer client, String name, int limit, Recorder record)
      throws IOException {
    var enough = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var pair = Pair.connected()) {
      threads.submit(() -> drip(pair.server(), limit / BYTES_PER_LIMIT, enough));
      var watch = Stopwatch.start();
      var fired = client.firesWithin(3 * BYTES_PER_LIMIT, pair.client());
      var waited = watch.millis();
      enough.countDown();
      record.sample(WAITED, "ms", name, waited);
      if (fired) {
        record.sample(FIRED, "ms", name, waited);
      }
    }
  }

  private static Void drip(Socket client, int pause, CountDownLatch enough) throws Exception {
    client.setTcpNoDelay(true); // or the kernel collects bytes
    while (!enough.await(pause, TimeUnit.MILLISECONDS)) {
      client.getOutputStream().write('.');
    }
    return null;
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return SlowDripFindings.of(with.count("limit"), seen);
  }
}
