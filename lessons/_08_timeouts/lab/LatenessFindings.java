package _08_timeouts.lab;

import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import workbook.Findings;
import workbook.Observations;
import workbook.Series;

/// How late the waits were, and how they said that the time was up.
final class LatenessFindings {
  private static final List<String> OF_THE_NETWORK = List.of("socket read", "HttpClient");

  /// Milliseconds. No system hands a core over in less.
  private static final double PUNCTUAL = 0.001;

  private LatenessFindings() {}

  static Findings of(Observations seen) {
    var threads = lateness(seen, false);
    var network = lateness(seen, true);
    if (threads.getCount() == 0) {
      return Findings.cannotTell("No wait was over. Run it again.");
    }
    var values = seen.facts().stream().filter(fact -> fact.value().startsWith("returns")).toList();
    return answer(threads)
        .claim(
            "A wait for another thread never returns early.",
            threads.getMin() >= 0,
            "the earliest returned %.3f ms after its time".formatted(threads.getMin()))
        .claim(
            "A wait for the network isn't early by a whole millisecond.",
            network.getCount() > 0 && network.getMin() > -1,
            "the earliest returned %.3f ms after its time".formatted(network.getMin()))
        .claim(
            "Some throw nothing when the time is up: a value says so.",
            !values.isEmpty() && values.size() < seen.facts().size(),
            "%d of %d return a value".formatted(values.size(), seen.facts().size()));
  }

  private static Findings answer(DoubleSummaryStatistics late) {
    if (late.getMin() < 0) {
      return Findings.answer("a little before or a little after");
    }
    return Findings.answer(
        late.getMax() < PUNCTUAL ? "exactly then" : "a little after, never before");
  }

  private static DoubleSummaryStatistics lateness(Observations seen, boolean ofTheNetwork) {
    return seen.of(EveryTimedWait.LATE).stream()
        .filter(series -> OF_THE_NETWORK.contains(series.name()) == ofTheNetwork)
        .map(Series::points)
        .flatMap(Collection::stream)
        .flatMap(point -> point.samples().stream())
        .mapToDouble(Double::doubleValue)
        .summaryStatistics();
  }
}
