package bench;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The explorer beside [Lincheck](https://github.com/JetBrains/lincheck): the same programs, each
/// checked in a JVM of its own, the two tools in turn.
final class BesideLincheck {
  private static final int TRIES = 3;

  private static final List<String> PROGRAMS =
      List.of(
          "LostUpdate::bad",
          "CheckThenAct::bad",
          "LockOrder::bad",
          "AtomicGetSet::bad",
          "LostUpdate::good",
          "LockOrder::good");

  private BesideLincheck() {}

  /// Prints a row of a table for each program.
  static void print() throws IOException, InterruptedException {
    System.out.println("| Program | Explorer | Lincheck | CPU ratio | Memory ratio |");
    System.out.println("| --- | --- | --- | --- | --- |");
    for (var program : PROGRAMS) {
      var ours = new Checks(OneCheck.EXPLORER, program);
      var theirs = new Checks(OneCheck.LINCHECK, program);
      for (var n = 0; n < TRIES; n++) {
        ours.again();
        theirs.again();
      }
      System.out.printf(
          ROOT,
          "| `%s` | %s | %s | %.1f | %.1f |%n",
          program,
          ours,
          theirs,
          theirs.seconds() / ours.seconds(),
          theirs.megabytes() / ours.megabytes());
    }
  }

  private static final class Checks {
    private final OneCheck tool;
    private final String program;
    private final List<String[]> seen = new ArrayList<>();

    private Checks(OneCheck tool, String program) {
      this.tool = tool;
      this.program = program;
    }

    private void again() throws IOException, InterruptedException {
      var lines = FreshJvm.of(OneCheck.class, tool.name(), program).lines();
      seen.add(lines.getLast().split("\t"));
    }

    private double seconds() {
      return median(1) / 1e3;
    }

    private double megabytes() {
      return median(2);
    }

    private double median(int column) {
      return seen.stream()
          .mapToDouble(one -> Double.parseDouble(one[column]))
          .sorted()
          .skip(seen.size() / 2)
          .findFirst()
          .orElseThrow();
    }

    /// The verdict's first word, which is `fails` or `holds` where the tool came to one.
    @Override
    public String toString() {
      var verdicts = seen.stream().map(one -> one[0].split("\\W")[0]).distinct().toList();
      return "%s, %.2f s, %.0f MiB"
          .formatted(String.join(" or ", verdicts), seconds(), megabytes());
    }
  }
}
