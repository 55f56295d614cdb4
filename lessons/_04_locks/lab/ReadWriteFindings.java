package _04_locks.lab;

import java.util.List;
import workbook.Findings;
import workbook.Observations;
import workbook.Series;

/// For which lists two threads gain from a read-write lock.
final class ReadWriteFindings {
  static final String SPEED = "reads and writes";
  static final String CORES = "processors at work";
  static final String WHOLE = "whole";
  static final String TORN = "torn";
  static final int SHORT = 10;
  static final int LONG = 3_000;
  static final List<Integer> LENGTHS = List.of(SHORT, LONG);

  private static final double HALF_AS_MUCH_AGAIN = 1.5;
  private static final double TWO_CORES = 1.6;

  private ReadWriteFindings() {}

  static String oneLock(int length) {
    return "one lock, %,d numbers".formatted(length);
  }

  static String readWriteLock(int length) {
    return "read-write lock, %,d numbers".formatted(length);
  }

  static Findings of(Observations seen) {
    var torn = seen.count(TORN);
    var all = torn + seen.count(WHOLE);
    return answer(seen)
        .claim(
            "No reader sees half a write.",
            all > 0 && torn == 0,
            "%,d of %,d saw half a write".formatted(torn, all));
  }

  private static Findings answer(Observations seen) {
    var cores = seen.samples(CORES, readWriteLock(LONG), 2).map(Series.Point::median);
    if (cores.isEmpty()) {
      return Findings.cannotTell("It ended before two threads had read the long list.");
    }
    if (cores.get() < TWO_CORES) {
      return Findings.cannotTell(
          "Two readers side by side kept %.1f processors busy. Other programs, or the writers,"
              + " got in their way: run it again, or with --writes=0.".formatted(cores.get()));
    }
    return Findings.answer(
        gains(seen, SHORT)
            ? gains(seen, LONG) ? "for both" : "only for 10 numbers"
            : gains(seen, LONG) ? "only for 3,000 numbers" : "for neither");
  }

  private static boolean gains(Observations seen, int length) {
    var before = seen.samples(SPEED, oneLock(length), 2).orElseThrow();
    var after = seen.samples(SPEED, readWriteLock(length), 2).orElseThrow();
    return before.clearlyBelow(after) && after.median() >= HALF_AS_MUCH_AGAIN * before.median();
  }
}
