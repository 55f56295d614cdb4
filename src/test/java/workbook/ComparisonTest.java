package workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
final class ComparisonTest {
  @Test
  void mediansOfWhatBothMeasuredStandSideBySide() {
    var first =
        result("races/lost-updates", "2", point("lock", 2, 10, 20, 30), point("gone", 2, 1));
    var second = result("races/lost-updates", "2", point("new", 2, 1), point("lock", 2, 50));

    var comparison = Comparison.of(first, second);

    assertEquals(List.of(), comparison.cautions());
    assertEquals(List.of(new Comparison.Row("lock", "time", "ns", 2, 20, 50)), comparison.rows());
    assertEquals(Optional.of(2.5), comparison.rows().getFirst().ratio());
  }

  @Test
  void whatElseDifferedIsSaid() {
    var comparison = Comparison.of(result("a/b", "2"), result("a/b", "8"));

    assertEquals(List.of("--threads differs: first 2, second 8."), comparison.cautions());
  }

  @Test
  void aMedianOfZeroHasNoRatio() {
    var row =
        Comparison.of(result("a/b", "2", point("x", 0, 0)), result("a/b", "2", point("x", 0, 1)));

    assertEquals(Optional.empty(), row.rows().getFirst().ratio());
  }

  @Test
  void resultsOfDifferentExperimentsAreRefused() {
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> Comparison.of(result("a/b", "2"), result("a/c", "2")));

    assertEquals(
        "Only results of the same experiment can be compared, not a/b and a/c.",
        refused.getMessage());
  }

  private static Series point(String name, double at, double... samples) {
    var values = Arrays.stream(samples).boxed().toList();
    return new Series(name, "time", "ns", List.of(new Series.Point(at, values)));
  }

  private static Result result(String experiment, String threads, Series... series) {
    var seen =
        new Observations(
            List.of(),
            List.of(series),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            "");
    return new Result(
        experiment,
        "",
        new Parameters(Map.of("threads", threads)),
        new Machine("cpu", 2, 0, "25", "Linux", 0),
        Instant.EPOCH,
        Duration.ZERO,
        Optional.empty(),
        seen,
        Result.Ending.COMPLETE,
        "");
  }
}
