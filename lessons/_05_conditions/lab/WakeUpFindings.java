package _05_conditions.lab;

import workbook.Findings;
import workbook.Observations;
import workbook.Series.Point;

/// How many threads woke up in vain, with one condition for all and with one for each reason.
final class WakeUpFindings {
  static final String IN_VAIN = "wake-ups in vain";
  static final String OLD = "wait, notifyAll";
  static final String NEW = "await, signal";

  private WakeUpFindings() {}

  /// @param threads as many as items
  static Findings of(int threads, Observations seen) {
    var all = threads * (threads - 1) / 2;
    var old = median(OLD, seen);
    var signalled = median(NEW, seen);
    return answer(old)
        .claim(
            "With notifyAll, each item wakes everybody who waits.",
            old == all,
            "%.0f wake-ups in vain of %,d possible".formatted(old, all))
        .claim(
            "With a signal to the right condition, nobody wakes up in vain.",
            signalled == 0,
            "%.0f wake-ups in vain".formatted(signalled))
        .claim(
            "Every thread gets an item of its own.",
            Deliveries.allOnce(seen),
            Deliveries.inWords(seen));
  }

  private static Findings answer(double inVain) {
    return inVain < 0
        ? Findings.cannotTell("No wake-ups were counted. Run it again.")
        : Findings.answer("%.0f".formatted(inVain));
  }

  /// Less than 0 when nothing was counted.
  private static double median(String how, Observations seen) {
    return seen.samples(IN_VAIN, how).map(Point::median).orElse(-1.0);
  }
}
