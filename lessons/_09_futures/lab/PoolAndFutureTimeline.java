package _09_futures.lab;

import _09_futures.PoolAndFuture;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.Series.Point;

/// Main hands numbers to a pool and asks for their squares. In which calls does it spend its time?
public final class PoolAndFutureTimeline implements Experiment {
  private static final String TIME = "time that main spends in it";
  private static final String EARLY = "futures done when all are submitted";
  private static final String RESULTS = "the results, in the order of the numbers";
  private static final List<String> CALLS = List.of("submit()", "isDone()", "get()", "shutdown()");

  @Override
  public String id() {
    return "pool-and-future";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("numbers", 10, 1, 1_000, "numbers"),
        new Parameter.Count("pause", 40, 10, 1_000, "ms for one number"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Timeline("What main does"), new Chart.Bars("Where", TIME, false));
  }

  @Override
  public void run(Parameters with, Recorder record)
      throws InterruptedException, ExecutionException {
    var numbers = with.count("numbers");
    var since = new long[] {record.now()};
    PoolAndFuture.Watcher watcher =
        call -> {
          var now = record.now();
          record.span("main", call, since[0], now);
          record.sample(TIME, "ms", call, (now - since[0]) / 1e6);
          since[0] = record.now(); // recording takes time, too
        };
    var squares = PoolAndFuture.of(numbers, with.count("pause"), watcher);
    var right = IntStream.range(0, numbers).mapToObj(number -> number * number).toList();
    record.sample(EARLY, "futures", "all", squares.early());
    record.fact(RESULTS, squares.results().equals(right) ? "right" : "wrong");
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var early = seen.samples(EARLY, "all").map(Point::median).orElse(Double.NaN);
    var results = seen.fact(RESULTS).orElse("none");
    return answer(seen)
        .claim("submit() doesn't wait for its task.", early == 0, "%.0f done".formatted(early))
        .claim("get() returns what its own task returned.", results.equals("right"), results);
  }

  /// The call that takes longer than all others together.
  private static Findings answer(Observations seen) {
    var all = CALLS.stream().mapToDouble(call -> millis(call, seen)).sum();
    return CALLS.stream()
        .filter(call -> millis(call, seen) > all / 2)
        .findFirst()
        .map(Findings::answer)
        .orElse(Findings.cannotTell("No call took most of the time. Make --pause longer."));
  }

  private static double millis(String call, Observations seen) {
    return seen.samples(TIME, call).map(Point::median).orElse(0.0);
  }
}
