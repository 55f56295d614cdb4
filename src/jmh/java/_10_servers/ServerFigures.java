package _10_servers;

import _10_servers.lab.LoadGenerator;
import _10_servers.lab.LongLivedTrial;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import workbook.Claim;
import workbook.Parameters;
import workbook.Series;
import workbook.run.Run;

/// What the echo servers of lesson 10 bear: many clients that stay, many that come and go, and how
/// the selector and virtual threads compare with Netty.
public final class ServerFigures {
  private static final int STAYING = 1_000;
  private static final int COMING = 10_000;
  private static final int CONNECTIONS = 100;
  private static final int PRACTICE = 10;
  private static final int ROUNDS = 31;
  private static final Duration ROUND = Duration.ofMillis(300);

  private ServerFigures() {}

  /// Prints all figures, or one part: `staying`, `coming` or `netty`.
  public static void print(String only) throws Exception {
    if (only.isEmpty() || only.equals("staying")) {
      staying();
    }
    if (only.isEmpty() || only.equals("coming")) {
      for (var design : Design.values()) {
        if (design.missing().isPresent()) {
          System.out.printf("servers: %s was skipped. %s%n", design.id(), design.missing().get());
          continue;
        }
        coming(design);
      }
    }
    if (only.isEmpty() || only.equals("netty")) {
      besideNetty();
    }
  }

  /// The lesson's own experiment, with more clients.
  private static void staying() throws InterruptedException {
    var experiment = new LongLivedTrial();
    var with = Parameters.of(experiment.parameters(), Map.of("clients", "" + STAYING));
    var result =
        Run.start("servers/long-lived", experiment, with, experiment.plan(), _ -> {}).await();
    System.out.printf("servers: %,d clients stay: %s%n", STAYING, result.ending());
    for (var claim : result.observations().claims()) {
      System.out.printf("  %s %s: %s%n", mark(claim), claim.says(), claim.evidence());
    }
  }

  private static String mark(Claim claim) {
    return claim.held() ? "held" : "BROKEN";
  }

  /// Clients that connect, say something and quit, one after the other; then the server is stopped.
  private static void coming(Design design) throws Exception {
    comeAndGo(design, COMING / 10); // the JDK opens some files once for all
    var before = Left.now();
    var start = System.nanoTime();
    comeAndGo(design, COMING);
    var seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "servers: %s: %,d times connect and quit in %.1f s; before %s, after %s%n",
        design.id(), COMING, seconds, before, Left.now());
  }

  private static void comeAndGo(Design design, int times) throws Exception {
    try (var server = ServerThread.start(design)) {
      for (var n = 0; n < times; n++) {
        connectAndQuit(server.address());
      }
    }
  }

  private static void connectAndQuit(InetSocketAddress server) throws IOException {
    try (var client = new Socket(server.getAddress(), server.getPort())) {
      client.getOutputStream().write("hello\nquit\r\n".getBytes(StandardCharsets.UTF_8));
      var heard = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!heard.equals("hello\n")) {
        throw new IllegalStateException("expected an echo, heard " + heard);
      }
    }
  }

  /// What a server may leave behind.
  private record Left(long files, int threads, long processes) {
    @Override
    public String toString() {
      return "%d files, %d threads, %d processes".formatted(files, threads, processes);
    }

    static Left now() {
      return new Left(
          ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
              .getOpenFileDescriptorCount(),
          ManagementFactory.getThreadMXBean().getThreadCount(),
          ProcessHandle.current().children().count());
    }
  }

  /// The same clients ask all three in turn, so that what else the machine does meets all. A ratio
  /// is that of neighbours, the median of all.
  private static void besideNetty() throws Exception {
    var selected = new ArrayList<Double>();
    var virtual = new ArrayList<Double>();
    var theirs = new ArrayList<Double>();
    try (var selector = ServerThread.start(Design.SELECTOR);
        var threads = ServerThread.start(Design.VIRTUAL);
        var netty = new NettyEcho(0)) {
      for (var round = 0; round < PRACTICE + ROUNDS; round++) {
        var counts = round >= PRACTICE;
        add(answers(selector.address()), selected, counts);
        add(answers(netty.address()), theirs, counts);
        add(answers(threads.address()), virtual, counts);
      }
    }
    System.out.printf(
        "servers: %,d connections, answers a second, median and quartiles of %d: Netty %s%n",
        CONNECTIONS, ROUNDS, shown("%,.0f", theirs));
    compare("selector", selected, theirs);
    compare("virtual", virtual, theirs);
  }

  private static void add(double answers, List<Double> all, boolean counts) {
    if (counts) {
      all.add(answers);
    }
  }

  private static void compare(String design, List<Double> ours, List<Double> theirs) {
    var ratios = IntStream.range(0, ROUNDS).mapToObj(n -> ours.get(n) / theirs.get(n)).toList();
    System.out.printf(
        "  %s %s, %s of Netty%n", design, shown("%,.0f", ours), shown("%.2f", ratios));
  }

  private static String shown(String format, List<Double> samples) {
    var all = new Series.Point(0, samples);
    return "%1$s (%1$s to %1$s)"
        .formatted(format)
        .formatted(all.median(), all.quantile(0.25), all.quantile(0.75));
  }

  private static double answers(InetSocketAddress server) throws Exception {
    try (var load = new LoadGenerator(server, CONNECTIONS, CONNECTIONS)) {
      return load.flatOut(ROUND);
    }
  }
}
