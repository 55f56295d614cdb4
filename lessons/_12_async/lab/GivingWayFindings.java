package _12_async.lab;

import workbook.Findings;
import workbook.Observations;
import workbook.Series.Point;

/// How far the second computation was when the first one had ended.
final class GivingWayFindings {
  static final String DONE = "done of the second when the first has ended";
  static final String NO_AWAIT = "loop, no await";
  static final String AWAIT = "loop, await";
  static final String THREADS = "two threads";

  private static final double NEARLY_NOTHING = 10;
  private static final double NEARLY_ALL = 80;

  private GivingWayFindings() {}

  static Findings of(int pieces, Observations seen) {
    var alone = seen.samples(DONE, NO_AWAIT).map(Point::median);
    if (alone.isEmpty()) {
      return Findings.cannotTell("The run ended before both had computed. Run it again.");
    }
    var turns = seen.samples(DONE, AWAIT).map(Point::median).orElse(-1.0);
    return Findings.answer(inWords(alone.get()))
        .claim(
            "With an await after each piece, the two take turns.",
            Math.round(turns * pieces) == 100L * (pieces - 1),
            "when the first had ended, %.0f %% of the second was done".formatted(turns));
  }

  private static String inWords(double percent) {
    if (percent < NEARLY_NOTHING) {
      return "nothing";
    }
    return percent < NEARLY_ALL ? "about half of it" : "nearly all of it";
  }
}
