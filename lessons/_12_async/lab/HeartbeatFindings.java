package _12_async.lab;

import java.util.Optional;
import workbook.Findings;
import workbook.Observations;
import workbook.Series.Point;

/// How late asyncio's heartbeat was.
final class HeartbeatFindings {
  static final String LATE = "late";
  static final String ALONE = "alone";
  static final String THREAD = "beside a thread";
  static final String COROUTINE = "beside a coroutine";

  /// The switch interval that CPython starts with, in milliseconds.
  private static final int DEFAULT = 5;

  private static final double AT_ONCE = 1;
  private static final double MUCH_LATER = 30;

  private HeartbeatFindings() {}

  static Findings of(Observations seen) {
    var alone = median(seen, ALONE);
    var thread = median(seen, THREAD);
    if (alone.isEmpty() || thread.isEmpty()) {
      return Findings.cannotTell(
          "There is no Python here: install python3, and run it again. With Python 3.11 on two"
              + " cores, the heartbeat was 0.3 ms late alone, and 5.6 ms beside a thread.");
    }
    var quickest = seen.samples(LATE, COROUTINE, DEFAULT).map(late -> late.quantile(0));
    return answer(alone.get(), thread.get())
        .claim(
            "Beside a coroutine that computes for 50 ms at a time, every beat is much too late.",
            quickest.filter(late -> late >= MUCH_LATER).isPresent(),
            "%.1f ms at least".formatted(quickest.orElse(0.0)));
  }

  private static Optional<Double> median(Observations seen, String neighbour) {
    return seen.samples(LATE, neighbour, DEFAULT).map(Point::median);
  }

  private static Findings answer(double alone, double thread) {
    if (alone > AT_ONCE) {
      return Findings.cannotTell(
          "The heartbeat was late even alone: other programs keep this machine busy. Close them,"
              + " and run it again.");
    }
    if (thread <= AT_ONCE) {
      return Findings.answer("by less than 1 ms");
    }
    if (thread >= MUCH_LATER) {
      return Findings.answer("by 30 ms or more");
    }
    return thread > DEFAULT / 2.0 && thread < 2 * DEFAULT
        ? Findings.answer("by about 5 ms")
        : Findings.cannotTell(
            "The median was %.1f ms, which is none of the choices. Run it again."
                .formatted(thread));
  }
}
