package _03_races.lab;

import java.util.List;
import workbook.Findings;
import workbook.Observations;
import workbook.Recorder;
import workbook.Series.Point;

/// What the seven ways to count lost: recorded, and told in a few words.
final class LostUpdatesFindings {
  static final String LOST = "lost updates";
  static final String COST = "time per increment";

  private LostUpdatesFindings() {}

  /// @param lost the share of the additions
  /// @param nanos what one addition took
  static void record(CountingWay way, int threads, double lost, double nanos, Recorder record) {
    record.sample(LOST, "%", way.label, threads, 100 * lost);
    record.sample(COST, "ns", way.label, threads, nanos);
  }

  static Findings of(Observations seen) {
    var findings = answer(seen);
    for (var way : CountingWay.values()) {
      if (way.promisesAll) {
        var lost = lost(way, seen).stream().flatMap(point -> point.samples().stream()).toList();
        findings =
            findings.claim(
                way.label + " loses nothing, however many threads add.",
                !lost.isEmpty() && lost.stream().allMatch(share -> share == 0),
                "%,d runs, the worst lost %.1f %%"
                    .formatted(lost.size(), lost.stream().mapToDouble(x -> x).max().orElse(0)));
      }
    }
    return findings;
  }

  private static Findings answer(Observations seen) {
    if (lost(CountingWay.PLAIN, seen).isEmpty() || lost(CountingWay.PAUSING, seen).isEmpty()) {
      return Findings.cannotTell("Nothing was measured: run it again, and let it finish.");
    }
    var plain = loses(CountingWay.PLAIN, seen);
    if (loses(CountingWay.PAUSING, seen)) {
      return Findings.answer(plain ? "both" : "only the one with the pause");
    }
    return Findings.answer(plain ? "only the one without the pause" : "neither");
  }

  /// By the medians that the table shows.
  private static boolean loses(CountingWay way, Observations seen) {
    return lost(way, seen).stream().anyMatch(point -> point.median() > 0);
  }

  private static List<Point> lost(CountingWay way, Observations seen) {
    return seen.of(LOST).stream()
        .filter(series -> series.name().equals(way.label))
        .flatMap(series -> series.points().stream())
        .toList();
  }
}
