package _02_threads.lab;

import java.util.List;
import workbook.Findings;
import workbook.Observations;
import workbook.Recorder;

/// What many sleepers cost: the samples, and what they say.
final class SleepersSamples {
  private static final String ALL = "memory for all";
  static final String EACH = "memory for one thread";
  static final String START = "time to start one thread";
  private static final String SLEPT = "threads that slept";
  private static final String LOST = "threads that slept and did not end";
  static final List<String> KINDS = List.of("platform", "virtual");

  private SleepersSamples() {}

  /// @param cells what the JVM with the threads printed, see [SleepersJvm]
  static void record(String kind, long asleep, String[] cells, Recorder record) {
    record.sample(SLEPT, "threads", kind, asleep);
    record.sample(LOST, "threads", kind, asleep - Long.parseLong(cells[1]));
    record.sample(START, "us", kind, Long.parseLong(cells[2]) / 1e3 / Math.max(1, asleep));
    if (!cells[3].isEmpty()) {
      record.note("After %,d %s threads: %s.".formatted(asleep, kind, cells[3]));
    }
    if (cells[4].isEmpty()) {
      record.note("Memory was not measured: it is read from /proc, which only Linux has.");
      return;
    }
    var kib = Math.max(1, Double.parseDouble(cells[4]));
    record.sample(ALL, "MiB", kind, kib / 1024);
    record.sample(EACH, "KiB", kind, kib / Math.max(1, asleep));
  }

  static Findings findings(Observations seen) {
    var findings = answer(seen);
    for (var kind : KINDS) {
      var slept = seen.samples(SLEPT, kind).map(all -> all.quantile(1)).orElse(0.0);
      var lost = seen.samples(LOST, kind).map(all -> all.quantile(1));
      findings =
          findings.claim(
              "Every %s thread that slept is woken and ends.".formatted(kind),
              slept > 0 && lost.orElseThrow() == 0,
              "%,.0f slept, %,.0f of them did not end".formatted(slept, lost.orElse(0.0)));
    }
    return findings;
  }

  private static Findings answer(Observations seen) {
    var platform = seen.samples(ALL, "platform");
    var virtual = seen.samples(ALL, "virtual");
    if (platform.isEmpty() || virtual.isEmpty()) {
      return Findings.cannotTell("Memory was not measured. Run it on Linux.");
    }
    var least = inWords(virtual.get().quantile(0.25) / platform.get().quantile(0.75));
    var most = inWords(virtual.get().quantile(0.75) / platform.get().quantile(0.25));
    return least.equals(most)
        ? Findings.answer(least)
        : Findings.cannotTell(
            "It may be %s, or %s: run it again, with more repeats.".formatted(least, most));
  }

  private static String inWords(double ratio) {
    if (ratio < 1) {
      return "less";
    }
    if (ratio < 10) {
      return "1 to 10 times as much";
    }
    return ratio < 100 ? "10 to 100 times as much" : "over 100 times as much";
  }
}
