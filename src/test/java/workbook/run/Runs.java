package workbook.run;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import workbook.Parameters;
import workbook.Result;
import workbook.RunPlan;

/// Plays [Acts] for the tests.
final class Runs {
  static final RunPlan FRESH = RunPlan.once().within(Duration.ofHours(1));
  static final RunPlan HERE = FRESH.inThisJvm();

  private Runs() {}

  /// Plays to the end.
  ///
  /// @param pairs names and values of parameters
  static Result play(RunPlan plan, String then, String... pairs) throws InterruptedException {
    return start(plan, share -> {}, then, pairs).await();
  }

  /// Plays until the experiment has recorded all and begins to act, then cancels.
  static Result playAndCancel(RunPlan plan, String then, String... pairs) throws Exception {
    var acting = new CompletableFuture<Void>();
    var run = start(plan, share -> acting.complete(null), then, pairs);
    acting.get();
    run.cancel();
    return run.await();
  }

  /// Plays an experiment that acts only when what it recorded has been seen.
  static Result playSlowly(RunPlan plan, String then, String... pairs) throws Exception {
    try (var permission = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var seen = new CompletableFuture<Void>();
      var all = new ArrayList<>(List.of(pairs));
      all.addAll(List.of("permission", Integer.toString(permission.getLocalPort())));
      var run = start(plan, share -> seen.complete(null), then, all.toArray(String[]::new));
      seen.get();
      permission.accept().close();
      return run.await();
    }
  }

  static Run start(RunPlan plan, ProgressListener listener, String then, String... pairs) {
    var values = new LinkedHashMap<String, String>();
    values.put("then", then);
    for (var pair = 0; pair < pairs.length; pair += 2) {
      values.put(pairs[pair], pairs[pair + 1]);
    }
    var grace = then.equals("ignore") ? Duration.ofMillis(100) : Duration.ofHours(1);
    return Run.start("test/acts", new Acts(), new Parameters(values), plan, listener, grace);
  }

  /// The experiment's descendants as it recorded them.
  static List<ProcessHandle> family(Result result) {
    var alive = new ArrayList<ProcessHandle>();
    Arrays.stream(result.observations().fact("family").orElseThrow().split(" "))
        .map(Long::valueOf)
        .forEach(pid -> ProcessHandle.of(pid).ifPresent(alive::add));
    return alive;
  }
}
