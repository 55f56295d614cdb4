package _10_servers.lab;

import _10_servers.Design;
import java.util.List;
import java.util.stream.IntStream;
import workbook.Findings;
import workbook.Observations;
import workbook.Series.Point;

/// How clients are spread over the workers of a server, and what it says.
///
/// @param clients how many came
record AcceptFairnessFindings(Observations seen, int clients) {
  static final String CLIENTS = "clients of a worker";
  static final List<Design> DESIGNS = List.of(Design.PREFORK, Design.REUSEPORT);

  private static final double EVEN = 0.02; // of all clients, between the most and the fewest
  private static final double NEARLY_ALL = 0.8;

  Findings findings() {
    var shared = counts(Design.PREFORK);
    var findings = shared.isEmpty() ? nothing() : answer(shared);
    for (var design : DESIGNS) {
      var counts = counts(design);
      if (!counts.isEmpty() || design.missing().isEmpty()) {
        var sum = counts.stream().mapToDouble(Double::doubleValue).sum();
        findings =
            findings.claim(
                "With %s, one of them answers each client.".formatted(design.says()),
                sum == clients,
                "%,.0f of %,d, by worker: %s".formatted(sum, clients, counts));
      }
    }
    return findings;
  }

  /// @param worker from 1
  static String name(Design design, int worker) {
    return "%s, worker %d".formatted(design.id(), worker);
  }

  private static Findings nothing() {
    return Findings.cannotTell("No client of workers with one socket was counted. Run it again.");
  }

  private Findings answer(List<Double> counts) {
    var most = counts.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    var fewest = counts.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    if (most - fewest <= Math.max(1, EVEN * clients)) {
      return Findings.answer("evenly, a third each");
    }
    return Findings.answer(
        most < NEARLY_ALL * clients ? "unevenly, as chance has it" : "one of them gets nearly all");
  }

  private List<Double> counts(Design design) {
    return IntStream.rangeClosed(1, ReadyWorkers.COUNT)
        .mapToObj(worker -> seen.samples(CLIENTS, name(design, worker)))
        .flatMap(point -> point.map(Point::median).stream())
        .toList();
  }
}
