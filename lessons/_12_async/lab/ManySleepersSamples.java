package _12_async.lab;

import java.util.List;
import workbook.Findings;
import workbook.Observations;
import workbook.Recorder;

/// What was measured of very many sleepers, and what it says.
final class ManySleepersSamples {
  static final String TIME = "time until all have slept";
  static final String MEMORY = "memory of the process";
  static final String COROUTINES = "coroutines on the loop";

  private ManySleepersSamples() {}

  /// @param printed the seconds and the MiB of a process, separated by a tab
  static void record(String series, List<String> printed, Recorder record) {
    for (var line : printed) {
      var cells = line.split("\t", -1);
      if (cells.length < 2) {
        record.note("%s failed: %s".formatted(series, line));
        return;
      }
      record.sample(TIME, "s", series, Double.parseDouble(cells[0]));
      if (!cells[1].isEmpty()) {
        record.sample(MEMORY, "MiB", series, Double.parseDouble(cells[1]));
      }
    }
  }

  static Findings findings(int sleepers, Observations seen) {
    var loop = seen.samples(TIME, COROUTINES);
    if (loop.isEmpty()) {
      return Findings.cannotTell("The JVM with the loop failed: see the notes.");
    }
    return Findings.answer("%.1f".formatted(loop.get().median()))
        .claim(
            "They all sleep at the same time, on one loop.",
            loop.get().quantile(0) < sleepers, // one after another, they'd need a second each
            "%,d sleeps of a second in %.1f s".formatted(sleepers, loop.get().quantile(0)));
  }
}
