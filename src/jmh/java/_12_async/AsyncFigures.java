package _12_async;

import _10_servers.NettyEcho;
import _10_servers.lab.LoadGenerator;
import _12_async.lab.CounterGatherTiming;
import _12_async.lab.EchoLoopService;
import _12_async.lab.ManySleepersTiming;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import workbook.Experiment;
import workbook.Parameters;
import workbook.Series;
import workbook.process.JavaProcess;
import workbook.run.Run;

/// How lesson 12's event loop compares with asyncio, and with one event loop of Netty.
public final class AsyncFigures {
  private static final int CONNECTIONS = 100;
  private static final int PRACTICE = 10;
  private static final int ROUNDS = 31;
  private static final Duration ROUND = Duration.ofMillis(300);

  private AsyncFigures() {}

  /// Prints all figures, or one part: `gather`, `sleepers` or `netty`.
  public static void print(String only) throws Exception {
    if (only.isEmpty() || only.equals("gather")) {
      medians("async/counter-gather", new CounterGatherTiming());
    }
    if (only.isEmpty() || only.equals("sleepers")) {
      medians("async/many-sleepers", new ManySleepersTiming());
    }
    if (only.isEmpty() || only.equals("netty")) {
      besideNettyWith("one carrier thread", "-Djdk.virtualThreadScheduler.parallelism=1");
      besideNettyWith("a carrier thread for each core", "-Dnothing");
    }
  }

  /// In a JVM of its own: how many threads carry the virtual ones is decided when a JVM starts. A
  /// loop lets one of its virtual threads run at a time, so one carrier is enough for it.
  private static void besideNettyWith(String carriers, String option) throws Exception {
    var jvm = JavaProcess.builder(AsyncFigures.class, carriers);
    jvm.command().add(1, option);
    var code = jvm.inheritIO().start().waitFor();
    if (code != 0) {
      throw new IllegalStateException("the measurement beside Netty ended with code " + code);
    }
  }

  public static void main(String[] args) throws Exception {
    besideNetty(args[0]);
  }

  /// The lesson's own experiment, Java and Python in one run.
  private static void medians(String name, Experiment experiment) throws InterruptedException {
    var with = Parameters.defaults(experiment.parameters());
    var result = Run.start(name, experiment, with, experiment.plan(), _ -> {}).await();
    for (var series : result.observations().series()) {
      var all = series.points().getFirst().samples();
      System.out.printf(
          "%s: %s: %s: %s %s%n",
          name, series.quantity(), series.name(), shown("%.2f", all), series.unit());
    }
  }

  /// The same clients ask both in turn, so that what else the machine does meets both.
  private static void besideNetty(String carriers) throws Exception {
    var ours = new ArrayList<Double>();
    var theirs = new ArrayList<Double>();
    var ratios = new ArrayList<Double>();
    var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var service = new EchoLoopService(new Loop(System.out::println), here, _ -> {});
    var serving = Thread.ofPlatform().start(service::serve);
    try (var netty = new NettyEcho(1)) {
      for (var round = 0; round < PRACTICE + ROUNDS; round++) {
        var our = answers(service.address());
        var their = answers(netty.address());
        if (round >= PRACTICE) {
          ours.add(our);
          theirs.add(their);
          ratios.add(our / their);
        }
      }
    } finally {
      service.close();
      serving.join();
    }
    System.out.printf(
        "async: %,d connections, %s, answers a second, median and quartiles of %d:"
            + " our loop %s, one loop of Netty %s, ratio %s%n",
        CONNECTIONS,
        carriers,
        ROUNDS,
        shown("%,.0f", ours),
        shown("%,.0f", theirs),
        shown("%.2f", ratios));
  }

  private static String shown(String format, List<Double> samples) {
    var all = new Series.Point(0, samples);
    return format.formatted(all.median())
        + " ("
        + format.formatted(all.quantile(0.25))
        + " to "
        + format.formatted(all.quantile(0.75))
        + ")";
  }

  private static double answers(InetSocketAddress server) throws Exception {
    try (var load = new LoadGenerator(server, CONNECTIONS, CONNECTIONS)) {
      return load.flatOut(ROUND);
    }
  }
}
