package _09_futures.lab;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import workbook.Findings;
import workbook.Observations;
import workbook.Series;

/// What a thread does while it, or a pool, waits for a page.
final class RunBlockingFindings {
  static final String TICKS = "ticks while the page was loaded";
  static final String BYTES = "bytes that arrived";
  static final String PAGE = "bytes of the page";
  private static final int MILLIS_BETWEEN_TICKS = 20;

  private RunBlockingFindings() {}

  /// @param delay milliseconds until the site answers
  static Findings of(int delay, Observations seen) {
    var here = mostTicks(", here", seen);
    var elsewhere = mostTicks(", elsewhere", seen);
    var page = seen.fact(PAGE).orElse("none");
    var arrived = points(BYTES, "", seen).flatMap(point -> point.samples().stream()).toList();
    var due = delay / MILLIS_BETWEEN_TICKS;
    return answer(seen.samples(TICKS, "Java, here").map(Series.Point::median).orElse(-1.0), due)
        .claim(
            "A thread that waits for the page doesn't tick.",
            here.stream().allMatch(ticks -> ticks == 0) && !here.isEmpty(),
            inWords(here) + " ticks")
        .claim(
            "While a pool waits for the page, the thread ticks on.",
            elsewhere.stream().allMatch(ticks -> ticks > 0) && !elsewhere.isEmpty(),
            inWords(elsewhere) + " ticks")
        .claim(
            "All bytes of the page arrive.",
            arrived.stream().allMatch(bytes -> page.equals("%.0f".formatted(bytes)))
                && !arrived.isEmpty(),
            inWords(arrived) + " of " + page);
  }

  private static String inWords(List<Double> counts) {
    return counts.stream().map("%.0f"::formatted).collect(Collectors.joining(", "));
  }

  /// One number for each series: where a thread had no time to tick, the page was loaded again.
  private static List<Double> mostTicks(String way, Observations seen) {
    return points(TICKS, way, seen).map(point -> point.quantile(1)).toList();
  }

  private static Stream<Series.Point> points(String quantity, String way, Observations seen) {
    return seen.of(quantity).stream()
        .filter(series -> series.name().endsWith(way))
        .map(series -> series.points().getFirst());
  }

  private static Findings answer(double ticks, int due) {
    if (ticks < 0) {
      return Findings.cannotTell("The page was never asked for. Run it again.");
    }
    if (ticks <= 1) {
      return Findings.answer("it stops ticking");
    }
    return Findings.answer(ticks < due / 2.0 ? "it ticks more slowly" : "it ticks on, every 20 ms");
  }
}
