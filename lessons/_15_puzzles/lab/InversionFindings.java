package _15_puzzles.lab;

import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.FORBIDDEN;

import workbook.Findings;
import workbook.Observations;
import workbook.Recorder;
import workbook.Series;

/// How long a thread of high priority waited.
final class InversionFindings {
  static final String WAIT = "wait for the lock";
  static final String ALONE = "low and high";
  static final String BESIDE = "low, medium and high";

  private static final String AFTER = "high after low";
  private static final String BEFORE = "high before low";

  private InversionFindings() {}

  /// @param workDone whether low's work was done when high got the lock
  static void record(boolean workDone, Recorder record) {
    record.outcome(AFTER, ACCEPTABLE, workDone ? 1 : 0, "low had done its work");
    record.outcome(BEFORE, FORBIDDEN, workDone ? 0 : 1, "low was still at work");
  }

  static Findings of(Observations seen) {
    var before = seen.count(BEFORE);
    var all = before + seen.count(AFTER);
    return answer(seen)
        .claim(
            "However high its priority, it gets the lock only when the work under it is done.",
            all > 0 && before == 0,
            "too early in %,d of %,d runs".formatted(before, all));
  }

  private static Findings answer(Observations seen) {
    var alone = seen.samples(WAIT, ALONE);
    var beside = seen.samples(WAIT, BESIDE);
    if (alone.isEmpty() || beside.isEmpty()) {
      return Findings.cannotTell("The run ended before high had the lock. Run it again.");
    }
    return answer(alone.get(), beside.get());
  }

  private static Findings answer(Series.Point alone, Series.Point beside) {
    if (alone.clearlyBelow(beside)) {
      return Findings.answer("longer");
    }
    return Findings.answer(beside.clearlyBelow(alone) ? "shorter" : "about as long");
  }
}
