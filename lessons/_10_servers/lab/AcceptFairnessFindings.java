package _10_servers.lab;

import _10_servers.Design;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    var shared = runs(Design.PREFORK);
    var findings = shared.isEmpty() ? nothing() : answer(shared);
    for (var design : DESIGNS) {
      var runs = runs(design);
      if (!runs.isEmpty() || design.missing().isEmpty()) {
        findings =
            findings.claim(
                "With %s, one of them answers each client.".formatted(design.says()),
                !runs.isEmpty()
                    && runs.stream()
                        .allMatch(run -> run.stream().mapToDouble(n -> n).sum() == clients),
                "of %,d clients, by worker: %s".formatted(clients, runs).replace(".0", ""));
      }
    }
    return findings;
  }

  /// @param worker from 1
  static String name(Design design, int worker) {
    return "%s, worker %d".formatted(design.id(), worker);
  }

  private static Findings nothing() {
    return Findings.cannotTell("No clients of the shared socket were counted. Run it again.");
  }

  /// The answer of the run in the middle, when they are put in the order of their spread.
  private Findings answer(List<List<Double>> runs) {
    var inOrder =
        runs.stream().sorted(Comparator.comparing(AcceptFairnessFindings::spread)).toList();
    var middle = inOrder.get(inOrder.size() / 2);
    if (spread(middle) <= Math.max(1, EVEN * clients)) {
      return Findings.answer("evenly, a third each");
    }
    return Findings.answer(
        Collections.max(middle) < NEARLY_ALL * clients
            ? "unevenly, as chance has it"
            : "one of them gets nearly all");
  }

  private static double spread(List<Double> counts) {
    return Collections.max(counts) - Collections.min(counts);
  }

  /// How many clients each worker had, run by run.
  private List<List<Double>> runs(Design design) {
    var workers =
        IntStream.rangeClosed(1, ReadyWorkers.COUNT)
            .mapToObj(worker -> seen.samples(CLIENTS, name(design, worker)))
            .flatMap(Optional::stream)
            .map(Point::samples)
            .toList();
    return IntStream.range(0, workers.stream().mapToInt(List::size).min().orElse(0))
        .mapToObj(run -> workers.stream().map(samples -> samples.get(run)).toList())
        .toList();
  }
}
