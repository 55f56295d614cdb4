package _02_threads.lab;

import java.util.List;
import workbook.Findings;
import workbook.Observations;
import workbook.Recorder;
import workbook.Series.Point;

/// How long two jobs took by one thread and by two: which pair of jobs two threads do much sooner.
final class PairTimes {
  static final String WALL = "time for both jobs";
  static final String CPU = "processor time for both jobs";
  private static final String CORES = "threads that can compute at once";
  static final String ONE = ", one thread";
  static final String TWO = ", two threads";

  /// Below this share of the time that one thread needs, two threads are much sooner done.
  private static final double SOONER = 0.8;

  /// Below this share of the processor time that was to be had, somebody else took the rest.
  private static final double IDLE = 0.8;

  private PairTimes() {}

  /// @param cores how many of the two threads can compute at once, if nobody else needs a core
  static void recordCores(int cores, Recorder record) {
    record.sample(CORES, "threads", "both", cores);
  }

  static Findings answer(Observations seen) {
    var cores = median(seen, CORES, "both");
    for (var series : List.of("wait" + ONE, "wait" + TWO, "compute" + ONE, "compute" + TWO)) {
      if (seen.samples(WALL, series).isEmpty() || seen.samples(CPU, series).isEmpty()) {
        return Findings.cannotTell(
            "Some of it wasn't measured, so nothing can be compared. Run it again.");
      }
    }
    var computing = isSooner(seen, "compute");
    // somebody else's work can hide that two threads are sooner done, but not make them so
    if (isBusy(seen, "compute" + ONE, 1) || !computing && isBusy(seen, "compute" + TWO, cores)) {
      return Findings.cannotTell(
          "The computing threads did not get the processor time they needed: see the table. Run"
              + " it again when no other program is busy.");
    }
    return Findings.answer(inWords(isSooner(seen, "wait"), computing));
  }

  private static boolean isBusy(Observations seen, String series, double cores) {
    return median(seen, CPU, series) < IDLE * cores * median(seen, WALL, series);
  }

  private static boolean isSooner(Observations seen, String pair) {
    return median(seen, WALL, pair + TWO) < SOONER * median(seen, WALL, pair + ONE);
  }

  private static double median(Observations seen, String quantity, String series) {
    return seen.samples(quantity, series).map(Point::median).orElse(0.0);
  }

  private static String inWords(boolean waiting, boolean computing) {
    if (waiting) {
      return computing ? "both pairs" : "only the pair that waits";
    }
    return computing ? "only the pair that computes" : "neither pair";
  }
}
