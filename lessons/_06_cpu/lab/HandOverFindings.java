package _06_cpu.lab;

import java.util.List;
import workbook.Findings;
import workbook.Observations;
import workbook.Series.Point;

/// How late a thread woke up.
final class HandOverFindings {
  static final String LATE = "late";
  static final String JAVA = "Java, beside a thread that computes";
  static final String PYTHON = "Python, beside a thread that computes";
  static final String PYTHON_ALONE = "Python, alone";
  static final String INTERPRETER = "interpreter";

  /// Milliseconds. The second one is CPython's default.
  static final List<Integer> INTERVALS = List.of(2, 5, 10, 20, 50);

  private static final int DEFAULT = 5;
  private static final double AT_ONCE = 1;
  private static final double MUCH_LATER = 50;

  private HandOverFindings() {}

  static Findings of(Observations seen) {
    var beside = seen.samples(LATE, PYTHON, DEFAULT).map(Point::median);
    var alone = seen.samples(LATE, PYTHON_ALONE, DEFAULT).map(Point::median);
    if (beside.isEmpty() || alone.isEmpty()) {
      return Findings.cannotTell("Only Java was measured. Install python3, and run it again.");
    }
    var ended = naps(seen, PYTHON);
    var begun = naps(seen, PYTHON_ALONE);
    return answer(beside.get(), alone.get())
        .claim(
            "However long a thread computes, the other one gets its turn.",
            ended > 0 && ended == begun,
            "%,d of %,d naps ended".formatted(ended, begun));
  }

  private static long naps(Observations seen, String who) {
    return INTERVALS.stream()
        .flatMap(interval -> seen.samples(LATE, who, interval).stream())
        .mapToLong(point -> point.samples().size())
        .sum();
  }

  private static Findings answer(double beside, double alone) {
    if (alone > AT_ONCE) {
      return Findings.cannotTell(
          "The thread was late even when nothing computed beside it: other programs keep this"
              + " machine busy. Close them, and run it again.");
    }
    if (beside <= AT_ONCE) {
      return Findings.answer("by less than 1 ms");
    }
    if (beside >= MUCH_LATER) {
      return Findings.answer("by 50 ms or more");
    }
    return beside > DEFAULT / 2.0 && beside < 2 * DEFAULT
        ? Findings.answer("by about 5 ms")
        : Findings.cannotTell(
            "The median was %.1f ms, which is none of the choices. Run it again."
                .formatted(beside));
  }
}
