package _09_futures.lab;

import _09_futures.PoolAndFuture;
import java.util.List;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameters;
import workbook.Series.Point;

/// In which of its calls main waited for the pool.
final class PoolAndFutureFindings {
  static final String TIME = "time that main spends in it";
  static final String EARLY = "futures done when all are submitted";
  static final String RESULTS = "the results, in the order of the numbers";
  private static final String GET = "get()";
  private static final List<String> CALLS = List.of("submit()", "isDone()", GET, "shutdown()");

  private PoolAndFutureFindings() {}

  static Findings of(Parameters with, Observations seen) {
    var early = seen.samples(EARLY, "all").map(Point::median).orElse(Double.NaN);
    var results = seen.fact(RESULTS).orElse("none");
    var turns = Math.ceilDiv(with.count("numbers"), PoolAndFuture.WORKERS);
    return answer(turns * with.count("pause"), seen)
        .claim("submit() doesn't wait for its task.", early == 0, "%.0f done".formatted(early))
        .claim("get() returns what its own task returned.", results.equals("right"), results);
  }

  /// The call that takes longer than all others together, unless main waited in get() for all of
  /// the work: then another call was only slow.
  ///
  /// @param work milliseconds that the workers need at least
  private static Findings answer(int work, Observations seen) {
    var all = CALLS.stream().mapToDouble(call -> millis(call, seen)).sum();
    return CALLS.stream()
        .filter(call -> millis(call, seen) > all / 2)
        .filter(call -> call.equals(GET) || millis(GET, seen) < work)
        .findFirst()
        .map(Findings::answer)
        .orElse(Findings.cannotTell("No call took most of the time. Make --pause longer."));
  }

  private static double millis(String call, Observations seen) {
    return seen.samples(TIME, call).map(Point::median).orElse(0.0);
  }
}
