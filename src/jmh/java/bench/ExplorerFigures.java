package bench;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import programs.Classics;
import workbook.explore.Budget;
import workbook.explore.Explorer;
import workbook.explore.Subject;
import workbook.explore.Verdict;
import workbook.process.Executables;

/// Measures the explorer: verdicts in fresh JVMs, plain stress beside them, and how cost grows.
final class ExplorerFigures {
  private static final int JVMS = 20;
  private static final int TRIES = 3;

  private ExplorerFigures() {}

  /// @param part `verdicts`, `stress`, `classics`, `bounds`, `growth` or `lincheck`; empty for all
  static void print(String part) throws IOException, InterruptedException {
    if (part.isEmpty() || part.equals("verdicts")) {
      verdicts();
    }
    if (part.isEmpty() || part.equals("stress")) {
      stress(processes());
    }
    if (part.isEmpty() || part.equals("classics")) {
      classics();
    }
    if (part.isEmpty() || part.equals("bounds")) {
      bounds();
    }
    if (part.isEmpty() || part.equals("growth")) {
      growth();
    }
    if (part.isEmpty() || part.equals("lincheck")) {
      BesideLincheck.print();
    }
  }

  /// All pairs, in one JVM after another: are the verdicts right, and the same?
  private static void verdicts() throws IOException, InterruptedException {
    var told = new TreeMap<String, Set<String>>();
    var millis = new ArrayList<Double>();
    for (var jvm = 0; jvm < JVMS; jvm++) {
      for (var line : FreshJvm.of(Pairs.class).lines()) {
        var parts = line.split("\t");
        told.computeIfAbsent(parts[0], name -> new HashSet<>()).add(parts[2]);
        millis.add(Double.parseDouble(parts[1]) / 1e6);
      }
    }
    say(
        "%d of %d verdicts right, with the same count and string in %d fresh JVMs",
        told.entrySet().stream().filter(ExplorerFigures::isRight).count(), Pairs.BOTH.size(), JVMS);
    say("one check in a warm process: median %.1f ms", median(millis));
    var pinned = Executables.find("taskset").isPresent();
    var command = pinned ? List.of("taskset", "-c", "0") : List.<String>of();
    var seconds = new ArrayList<Double>();
    for (var n = 0; n < TRIES; n++) {
      seconds.add(FreshJvm.after(command, Pairs.class).seconds());
    }
    say(
        "all %d checks in one process, %s: median %.1f s",
        Pairs.BOTH.size(), pinned ? "on one core" : "on all cores", median(seconds));
  }

  private static boolean isRight(Map.Entry<String, Set<String>> told) {
    return told.getValue().size() == 1
        && Pairs.isRight(told.getKey(), told.getValue().iterator().next());
  }

  /// Each check in a JVM of its own. Returns how many seconds each took, start and all.
  private static Map<String, Double> processes() throws IOException, InterruptedException {
    var seconds = new TreeMap<String, Double>();
    for (var name : Pairs.BOTH) {
      seconds.put(name, FreshJvm.of(Pairs.class, name).seconds());
    }
    say("one check as a whole process: median %.0f ms", 1e3 * median(seconds.values()));
    return seconds;
  }

  /// What plain stress finds in the time that the explorer's process took, start and all.
  private static void stress(Map<String, Double> seconds) throws IOException, InterruptedException {
    var always = 0;
    var never = 0;
    for (var name : Pairs.BROKEN) {
      var millis = Math.round(1e3 * seconds.get(name));
      var found = 0;
      var runs = 0L;
      for (var n = 0; n < TRIES; n++) {
        var line = FreshJvm.of(HopefulRuns.class, name, Long.toString(millis)).lines().getFirst();
        var parts = line.split("\t");
        if (parts[0].equals("found")) {
          found++;
        }
        runs += Long.parseLong(parts[1]);
      }
      say("stress of %s, %d ms: found %d times of %d, %d runs", name, millis, found, TRIES, runs);
      if (found == TRIES) {
        always++;
      }
      if (found == 0) {
        never++;
      }
    }
    say("of %d faults stress met %d every time, %d never", Pairs.BROKEN.size(), always, never);
  }

  /// The programs by which papers compare reductions: how many schedules were run, and the optimum.
  private static void classics() {
    classic("incr", 5, 120);
    classic("readers", 6, 64);
    classic("readers", 8, 256);
    classic("lastzero", 5, 64);
    classic("independent", 4, 1);
    classic("indexer", 12, 8);
    classic("filesystem", 14, 2);
    classic("sections", 3, 1680);
  }

  private static void classic(String name, int threads, int optimum) {
    var start = System.nanoTime();
    var told = Explorer.explore(Classics.of(name, threads));
    var seconds = (System.nanoTime() - start) / 1e9;
    if (told instanceof Verdict.Holds holds) {
      say(
          "%s(%d): %d runs, %d more cut, %d at best; %s, %.2f s",
          name, threads, holds.schedules(), holds.pruned(), optimum, holds.coverage(), seconds);
    } else {
      say("%s(%d): %s", name, threads, told.says());
    }
  }

  /// Two correct programs of the size that an exercise has.
  private static void bounds() {
    for (var program : List.of("ThreeByThree", "Buffer22")) {
      for (var preemptions = 0; preemptions <= 3; preemptions++) {
        var budget = Budget.DEFAULT.withPreemptions(preemptions);
        check(program, "reduced", budget.withinBound());
        check(program, "every schedule", budget.unreduced());
      }
    }
  }

  private static void check(String program, String how, Budget budget) {
    var start = System.nanoTime();
    var told = Pairs.told(Explorer.explore(Subject.named("programs." + program), budget));
    say("%s, %s: %s, %.2f s", program, how, told, (System.nanoTime() - start) / 1e9);
  }

  private static void growth() throws IOException {
    for (var axis : Growth.values()) {
      axis.measure(Path.of(".github", "images"));
    }
  }

  private static void say(String format, Object... values) {
    System.out.println("explorer: " + String.format(ROOT, format, values));
  }

  private static double median(Collection<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
