package _06_cpu.lab;

import java.util.Locale;
import java.util.Optional;
import workbook.Findings;
import workbook.Observations;
import workbook.Series.Point;

/// How many times as fast two platform threads were as one.
final class SpeedUpFindings {
  static final String SPEED_UP = "speed-up";
  static final String TIME = "time for all";
  static final String BUSY = "cores kept busy";
  static final String PLATFORM = "platform threads";

  /// Two threads that compute need two cores, nearly all the time.
  private static final double TWO_CORES = 1.6;

  /// How far the quartiles of a speed-up may lie apart, as a share of the median.
  private static final double STEADY = 0.25;

  private SpeedUpFindings() {}

  static Findings answer(Observations seen) {
    var busy = seen.samples(BUSY, PLATFORM, 2).map(Point::median).orElse(0.0);
    if (busy < TWO_CORES) {
      var why = "Two threads kept only %.1f cores busy: other programs ran, or the run was short.";
      return Findings.cannotTell(
          (why + " Close them, or raise --numbers, and run it again.").formatted(busy));
    }
    return answer(seen.samples(SPEED_UP, PLATFORM, 2), "%.1f");
  }

  /// The median, where the samples agree.
  static Findings answer(Optional<Point> speedUp, String format) {
    if (speedUp.isEmpty() || !isSteady(speedUp.get())) {
      return Findings.cannotTell(
          "The speed-up differs too much from repeat to repeat. Close other programs, and run it"
              + " again.");
    }
    return Findings.answer(String.format(Locale.ROOT, format, speedUp.get().median()));
  }

  private static boolean isSteady(Point speedUp) {
    return speedUp.quantile(0.75) - speedUp.quantile(0.25) < STEADY * speedUp.median();
  }
}
