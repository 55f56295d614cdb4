package _13_websockets.lab;

import _13_websockets.Use;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import workbook.Findings;
import workbook.Observations;
import workbook.Series.Point;

/// For which uses push saves most of the bytes.
final class UsesFindings {
  static final String POLLED = "polled, for one client";
  static final String FACTOR = "bytes when polled, of those when pushed";
  static final String PUSHED = "pushed, for one client";
  private static final double MANY_TIMES = 3;

  private UsesFindings() {}

  static Findings of(Observations seen) {
    var factors = Stream.of(Use.values()).map(use -> factor(use, seen)).toList();
    var evidence =
        Stream.of(Use.values())
            .map(use -> "%s %.1f".formatted(use.says, factors.get(use.ordinal())))
            .collect(Collectors.joining(", "));
    return answer(factors)
        .claim(
            "Push takes fewer bytes for each of the six.",
            factors.stream().allMatch(factor -> factor > 1),
            "times as many bytes when polled: " + evidence)
        .claim(
            "It saves least where news is rare and nobody is in a hurry.",
            factors.stream().allMatch(factor -> factor >= factors.get(Use.NEWS.ordinal())),
            "times as many bytes when polled: " + evidence);
  }

  /// How many times as many bytes polling takes; NaN when nothing was measured.
  private static double factor(Use use, Observations seen) {
    var polled = seen.samples(POLLED, use.says).map(Point::median).orElse(Double.NaN);
    return polled / seen.samples(PUSHED, use.says).map(Point::median).orElse(Double.NaN);
  }

  private static Findings answer(List<Double> factors) {
    return factors.stream().anyMatch(factor -> factor.isNaN())
        ? Findings.cannotTell("Nothing was measured. Run it again.")
        : Findings.answer("" + factors.stream().filter(factor -> factor >= MANY_TIMES).count());
  }
}
