package _10_servers.lab;

import _10_servers.Design;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import workbook.Findings;
import workbook.Observations;
import workbook.Series.Point;

/// What the measurements of the echo servers say.
///
/// @param steps the numbers of connections, the smallest first
record EchoFindings(Observations seen, List<Integer> steps) {
  /// The middle half of the samples may be spread so far; else the run does not tell.
  private static final double SPREAD = 2;

  Findings findings() {
    var findings = answer();
    for (var design : observed()) {
      var expected = design.servedAtOnce(steps.getLast());
      var served = last(EchoQuantities.SERVED, design).map(Point::median);
      var content = last(EchoQuantities.CONTENT, design).map(all -> all.quantile(0));
      findings =
          findings
              .claim(
                  "With %s, as many clients are served as its name in the charts says."
                      .formatted(design.says()),
                  served.filter(many -> many == expected).isPresent(),
                  "%,.0f of %,d".formatted(served.orElse(0.0), steps.getLast()))
              .claim(
                  "With %s, every client that is served gets all its answers."
                      .formatted(design.says()),
                  content.filter(many -> many >= expected).isPresent(),
                  "%,.0f of %,d".formatted(content.orElse(0.0), expected));
    }
    var wrong = most(EchoQuantities.WRONG);
    return findings.claim(
        "Every answer is what its client had sent, in the same order.",
        wrong.filter(none -> none == 0).isPresent(),
        "%,.0f wrong at most".formatted(wrong.orElse(0.0)));
  }

  private List<Design> observed() {
    return Arrays.stream(Design.values())
        .filter(design -> last(EchoQuantities.SERVED, design).isPresent())
        .toList();
  }

  private Findings answer() {
    var name = EchoQuantities.name(Design.VIRTUAL);
    var alone = seen.samples(EchoQuantities.ANSWERS, name, steps.getFirst());
    var many = last(EchoQuantities.ANSWERS, Design.VIRTUAL);
    if (Math.min(EchoQuantities.median(alone), EchoQuantities.median(many)) == 0) {
      return EchoQuantities.nothingAnswered();
    }
    if (EchoQuantities.spread(alone.get()) * EchoQuantities.spread(many.get()) > SPREAD) {
      return Findings.cannotTell(
          "The answers per second differ too much from one repeat to the next: see the quartiles in"
              + " the table. Run it again when no other program is busy.");
    }
    return Findings.answer(
        String.format(Locale.ROOT, "%.1f", many.get().median() / alone.get().median()));
  }

  /// The samples with the most connections.
  private Optional<Point> last(String quantity, Design design) {
    return seen.samples(quantity, EchoQuantities.name(design), steps.getLast());
  }

  private Optional<Double> most(String quantity) {
    return seen.of(quantity).stream()
        .flatMap(series -> series.points().stream())
        .map(point -> point.quantile(1))
        .max(Double::compare);
  }
}
