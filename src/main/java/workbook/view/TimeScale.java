package workbook.view;

import java.util.Locale;

/// Moments since a run began, all in the unit that suits the last one.
///
/// @param unit the unit's name, for example `ms`
/// @param nanos nanoseconds in a unit
record TimeScale(String unit, double nanos) {
  static TimeScale upTo(long lastNanos) {
    if (lastNanos >= 2_000_000_000L) {
      return new TimeScale("s", 1e9);
    }
    return lastNanos >= 2_000_000L ? new TimeScale("ms", 1e6) : new TimeScale("µs", 1e3);
  }

  double in(long moment) {
    return moment / nanos;
  }

  /// To a thousandth of the unit, without the unit.
  String exact(long moment) {
    return String.format(Locale.ROOT, "%,.3f", in(moment));
  }
}
