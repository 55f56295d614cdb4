package _06_cpu.lab;

import workbook.Observations;
import workbook.Series.Point;

/// What two at once bring, compared with one after the other.
enum Gain {
  /// At least a quarter of the time is saved, and the quartiles do not overlap.
  MUCH,
  /// Hardly any time is saved, or more is needed.
  NONE,
  /// Something between, or nothing was measured.
  UNCLEAR;

  private static final double MUCH_BELOW = 0.75;
  private static final double NONE_FROM = 0.9;

  static Gain of(Observations seen, String quantity, String alone, String together) {
    var before = seen.samples(quantity, alone);
    var after = seen.samples(quantity, together);
    return before.isEmpty() || after.isEmpty() ? UNCLEAR : of(before.get(), after.get());
  }

  private static Gain of(Point alone, Point together) {
    var ratio = together.median() / alone.median();
    if (ratio <= MUCH_BELOW && together.clearlyBelow(alone)) {
      return MUCH;
    }
    return ratio >= NONE_FROM ? NONE : UNCLEAR;
  }
}
