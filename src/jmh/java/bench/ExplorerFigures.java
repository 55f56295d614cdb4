package bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import workbook.explore.Budget;
import workbook.explore.Explorer;
import workbook.explore.Subject;
import workbook.explore.Verdict;

/// Measures the explorer: verdicts in fresh JVMs, and how cost grows with preemptions.
///
/// The fixtures it explores are the pairs in the test tree.
final class ExplorerFigures {
  private static final int JVMS = 20;
  private static final List<String> PAIRS =
      List.of(
          "LostUpdate",
          "VolatileInc",
          "AtomicGetSet",
          "CheckThenAct",
          "LockOrder",
          "TryLockTimeout",
          "TryLockIgnored",
          "IfNotWhile",
          "MissedSignal",
          "NotifyOne",
          "SemaphoreMisuse",
          "InterruptSwallowed",
          "DclNoSecondCheck",
          "ParkOnce",
          "QueueCheckTake",
          "ExecutorList",
          "PoolStarvation",
          "AwaitTimeout",
          "RwUpgrade",
          "VirtualThreads",
          "FutureRace",
          "DclNoVolatile",
          "UnsafePublication",
          "StopFlag",
          "LongTearing");

  private ExplorerFigures() {}

  /// Explores all pairs and prints one line for each: name, milliseconds, verdict.
  public static void main(String[] args) {
    for (var pair : PAIRS) {
      for (var twin : List.of("::bad", "::good")) {
        var start = System.nanoTime();
        var verdict = Explorer.explore(Subject.named("scenarios." + pair + twin), Budget.DEFAULT);
        var millis = (System.nanoTime() - start) / 1e6;
        System.out.printf("%s%s\t%.1f\t%s%n", pair, twin, millis, told(verdict));
      }
    }
  }

  private static String told(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Fails fails -> "fails " + fails.schedule() + " after " + fails.schedules();
      case Verdict.Holds holds -> holds.says() + ", cut " + holds.cut();
      case Verdict.Refused refused -> refused.says();
    };
  }

  static void print() throws IOException, InterruptedException {
    var verdicts = new TreeMap<String, Set<String>>();
    var millis = new ArrayList<Double>();
    var totals = new ArrayList<Double>();
    for (var jvm = 0; jvm < JVMS; jvm++) {
      var start = System.nanoTime();
      for (var line : freshJvm()) {
        var parts = line.split("\t");
        verdicts.computeIfAbsent(parts[0], name -> new HashSet<>()).add(parts[2]);
        millis.add(Double.parseDouble(parts[1].replace(',', '.')));
      }
      totals.add((System.nanoTime() - start) / 1e9);
    }
    var right =
        verdicts.entrySet().stream()
            .filter(e -> e.getValue().size() == 1)
            .filter(e -> e.getValue().iterator().next().startsWith(verb(e.getKey())))
            .count();
    System.out.printf(
        "explorer: %d of %d verdicts right and the same in %d fresh JVMs%n",
        right, verdicts.size(), JVMS);
    System.out.printf("explorer: one check, median %.1f ms%n", median(millis));
    System.out.printf("explorer: all checks in one process, median %.2f s%n", median(totals));
    for (var program : List.of("programs.ThreeByThree", "programs.Buffer22")) growth(program);
  }

  private static String verb(String twin) {
    return twin.endsWith("::bad") ? "fails" : "holds in";
  }

  private static void growth(String program) {
    for (var preemptions = 0; preemptions <= 3; preemptions++) {
      var budget = Budget.DEFAULT.withPreemptions(preemptions);
      var start = System.nanoTime();
      var reduced = Explorer.explore(Subject.named(program), budget);
      var between = System.nanoTime();
      var all = Explorer.explore(Subject.named(program), budget.unreduced());
      System.out.printf(
          "explorer: %s, %d preemptions: %s, %.2f s; without reduction %s, %.2f s%n",
          program,
          preemptions,
          told(reduced),
          (between - start) / 1e9,
          told(all),
          (System.nanoTime() - between) / 1e9);
    }
  }

  private static List<String> freshJvm() throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "--add-exports",
                "java.base/jdk.internal.vm=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ExplorerFigures.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var out = process.inputReader()) {
      return out.lines().toList();
    } finally {
      process.waitFor();
    }
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
