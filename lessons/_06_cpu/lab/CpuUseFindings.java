package _06_cpu.lab;

import java.util.Optional;
import workbook.Findings;
import workbook.Observations;
import workbook.Series.Point;

/// How many cores two threads kept busy.
final class CpuUseFindings {
  static final String JAVA = "Java, two threads";
  static final String PYTHON = "Python, two threads";
  static final String INTERPRETER = "interpreter";

  private static final double TWO = 1.5;
  private static final double ONE_AT_MOST = 1.25;
  private static final double HARDLY_ANY = 0.5;

  private CpuUseFindings() {}

  static Findings of(Observations seen) {
    var python = busy(seen, PYTHON);
    if (python.isEmpty()) {
      return Findings.cannotTell("Only Java was measured. Install python3, and run it again.");
    }
    var cores = python.get().median();
    var findings = answer(cores, busy(seen, JAVA).map(Point::median).orElse(0.0));
    var withGil = seen.fact(INTERPRETER).orElse("").endsWith("with a GIL");
    return withGil
        ? findings.claim(
            "With a GIL, two threads keep no more than one core busy.",
            cores <= ONE_AT_MOST,
            "%.2f cores".formatted(cores))
        : findings;
  }

  private static Findings answer(double python, double java) {
    if (python >= TWO) {
      return Findings.answer("two cores");
    }
    if (java < TWO || python > ONE_AT_MOST) {
      return Findings.cannotTell(
          "No second core was free, or the countdowns were too short. Close other programs, raise"
              + " --java and --python, and run it again.");
    }
    return Findings.answer(python < HARDLY_ANY ? "much less than one core" : "one core");
  }

  /// What was seen in all windows; empty when there were none.
  private static Optional<Point> busy(Observations seen, String who) {
    var all =
        seen.of(CpuUseWatch.BUSY).stream()
            .filter(series -> series.name().equals(who))
            .flatMap(series -> series.points().stream())
            .<Double>mapMulti((point, each) -> point.samples().forEach(each))
            .toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(new Point(0, all));
  }
}
