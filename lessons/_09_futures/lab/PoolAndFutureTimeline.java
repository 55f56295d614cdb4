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

/// Main hands numbers to a pool and asks for their squares. In which calls does it spend its time?
public final class PoolAndFutureTimeline implements Experiment {
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
    return List.of(
        new Chart.Timeline("What main does"),
        new Chart.Bars("Where", PoolAndFutureFindings.TIME, false));
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
          record.sample(PoolAndFutureFindings.TIME, "ms", call, (now - since[0]) / 1e6);
          since[0] = record.now(); // recording takes time, too
        };
    var squares = PoolAndFuture.of(numbers, with.count("pause"), watcher);
    var right = IntStream.range(0, numbers).mapToObj(number -> number * number).toList();
    record.sample(PoolAndFutureFindings.EARLY, "futures", "all", squares.early());
    record.fact(PoolAndFutureFindings.RESULTS, squares.results().equals(right) ? "right" : "wrong");
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return PoolAndFutureFindings.of(with, seen);
  }
}
