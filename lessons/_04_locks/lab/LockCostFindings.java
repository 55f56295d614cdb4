package _04_locks.lab;

import workbook.Findings;
import workbook.Observations;
import workbook.Series;

/// How much longer two threads take that share a lock.
final class LockCostFindings {
  static final String TIME = "time per section";
  static final String CORES = "processors at work";
  static final String APART = "two threads, a lock each";
  static final String TOGETHER = "two threads, one lock";
  static final String WHOLE = "whole";
  static final String LOST = "lost";
  static final int LONGEST = 10_000;

  private static final double TWO_CORES = 1.7;

  private LockCostFindings() {}

  static Findings of(Observations seen) {
    var lost = seen.count(LOST);
    var all = lost + seen.count(WHOLE);
    return answer(seen)
        .claim(
            "Under one lock no step is lost.",
            all > 0 && lost == 0,
            "steps were lost in %,d of %,d chains".formatted(lost, all));
  }

  private static Findings answer(Observations seen) {
    var apart = seen.samples(TIME, APART, LONGEST);
    var together = seen.samples(TIME, TOGETHER, LONGEST);
    var cores = seen.samples(CORES, APART, LONGEST).map(Series.Point::median).orElse(0.0);
    if (apart.isEmpty() || together.isEmpty()) {
      return Findings.cannotTell("It ended before the longest sections. Run it again.");
    }
    if (cores < TWO_CORES) {
      return Findings.cannotTell(
          "The two threads had %.1f processors, and should have had two. Close other programs and "
                  .formatted(cores)
              + "run it again; with a single processor this can't be seen.");
    }
    var times = together.get().median() / apart.get().median();
    return Findings.answer("%.1f".formatted(times));
  }
}
