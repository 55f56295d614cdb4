package _08_timeouts.lab;

import workbook.Findings;
import workbook.Observations;
import workbook.Series.Point;

/// When each client's limit fired, if it did.
final class SlowDripFindings {
  private SlowDripFindings() {}

  static Findings of(int limit, Observations seen) {
    var each = median(seen, SlowDrip.WAITED, SlowDrip.EACH);
    var all = median(seen, SlowDrip.WAITED, SlowDrip.ALL);
    var fired = seen.samples(SlowDrip.FIRED, SlowDrip.EACH);
    var stopped = seen.samples(SlowDrip.FIRED, SlowDrip.ALL).isPresent();
    return answer(limit, each, fired.map(Point::median).orElse(0.0))
        .claim(
            "A limit for all reads fires, and not before its time.",
            stopped && all >= limit,
            "%.1f ms of %d".formatted(all, limit));
  }

  private static Findings answer(int limit, double each, double fired) {
    var gap = limit / SlowDrip.BYTES_PER_LIMIT;
    if (each == 0 || fired > limit + 2 * gap) {
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
