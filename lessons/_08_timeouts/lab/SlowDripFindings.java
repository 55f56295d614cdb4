package _08_timeouts.lab;

import workbook.Findings;
import workbook.Observations;
import workbook.Series.Point;

/// When each client's limit fired, if it did.
final class SlowDripFindings {
  static final String EACH = "a limit for each read";
  static final String ALL = "a limit for all reads";
  static final String WAITED = "time spent reading";
  static final String FIRED = "time until the limit fired";
  static final String LONGEST = "the longest read";

  private SlowDripFindings() {}

  static Findings of(int limit, Observations seen) {
    var each = median(seen, WAITED, EACH);
    var all = median(seen, WAITED, ALL);
    var fired = seen.samples(FIRED, EACH);
    var stopped = seen.samples(FIRED, ALL).isPresent();
    var reads = seen.samples(LONGEST, EACH);
    var longest = reads.map(point -> point.quantile(1)).orElse(0.0);
    return answer(limit, each, fired.map(Point::median).orElse(0.0), longest)
        .claim(
            "A limit for all reads fires, and not before its time.",
            stopped && all >= limit,
            "%.1f ms of %d".formatted(all, limit));
  }

  /// A read that took as long as its limit had no byte: that says nothing of all of them together.
  ///
  /// @param longest read in any of the runs
  private static Findings answer(int limit, double each, double fired, double longest) {
    var gap = limit / SlowDrip.BYTES_PER_LIMIT;
    var late = fired > limit + 2 * gap || longest >= limit;
    if (each == 0 || fired > 0 && late) {
      return Findings.cannotTell(
          "A byte came too late: the machine is busy. Run it again when it is quiet.");
    }
    var since = fired < limit + gap / 2.0 ? "the first read begins" : "the first byte comes";
    return Findings.answer(fired == 0 ? "never" : "%d ms after %s".formatted(limit, since))
        .claim(
            "Reads that keep their limit can last longer than it, together.",
            fired == 0 && each > limit,
            "%.0f ms with a limit of %d".formatted(each, limit));
  }

  private static double median(Observations seen, String quantity, String series) {
    return seen.samples(quantity, series).map(Point::median).orElse(0.0);
  }
}
