package _06_cpu.lab;

import java.util.Comparator;
import workbook.Findings;
import workbook.Observations;
import workbook.Series;
import workbook.Series.Point;

/// Which job gained least from processes.
final class ThreeWaysFindings {
  static final String SPEED_UP = "speed-up";
  static final String TIME = "time";

  private static final String BY_PROCESSES = ", processes";

  private ThreeWaysFindings() {}

  static Findings answer(Observations seen) {
    var gains =
        seen.of(SPEED_UP).stream()
            .filter(series -> series.name().endsWith(BY_PROCESSES))
            .sorted(Comparator.comparing(series -> point(series).median()))
            .toList();
    if (gains.size() < 2 || !point(gains.getFirst()).clearlyBelow(point(gains.get(1)))) {
      return Findings.cannotTell(
          "No job gained clearly less than the others. Close other programs, and run it again.");
    }
    return Findings.answer(gains.getFirst().name().replace(BY_PROCESSES, ""));
  }

  private static Point point(Series series) {
    return series.points().getFirst();
  }
}
