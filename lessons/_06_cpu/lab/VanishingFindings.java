package _06_cpu.lab;

import java.util.ArrayList;
import workbook.Findings;
import workbook.Observations;
import workbook.Series.Point;

/// What became of a loop whose result nobody uses.
final class VanishingFindings {
  static final String TIME = "time for a turn";
  static final String COUNTDOWN = "countdown, result not used";

  /// Of the first round's time.
  private static final double AS_LONG = 0.5;

  private static final double THOUSANDTH = 0.001;

  private VanishingFindings() {}

  /// Compares the first round with the last quarter of them.
  static Findings answer(int rounds, Observations seen) {
    var last = new ArrayList<Double>();
    for (var round = rounds - rounds / 4; round <= rounds; round++) {
      seen.samples(TIME, COUNTDOWN, round).ifPresent(point -> last.addAll(point.samples()));
    }
    var first = seen.samples(TIME, COUNTDOWN, 1);
    if (last.isEmpty() || first.isEmpty()) {
      return Findings.cannotTell("Nothing was measured. Run it again.");
    }
    var end = new Point(rounds, last);
    var low = inWords(end.quantile(0.25) / first.get().median());
    var high = inWords(end.quantile(0.75) / first.get().median());
    return low.equals(high)
        ? Findings.answer(low)
        : Findings.cannotTell(
            "The last rounds differ too much from each other. Run it again, with more --rounds.");
  }

  private static String inWords(double share) {
    return share > AS_LONG
        ? "about as long"
        : share > THOUSANDTH
            ? "a tenth of it, or even a hundredth"
            : "less than a thousandth of it";
  }
}
