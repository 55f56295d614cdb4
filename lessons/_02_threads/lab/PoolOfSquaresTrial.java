package _02_threads.lab;

import _02_threads.PoolOfSquares;
import _02_threads.PoolOfSquares.Square;
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
import workbook.Series;

/// A pool squares numbers, the first of them slowly. When does the slow one arrive?
public final class PoolOfSquaresTrial implements Experiment {
  private static final String MISSING = "squares missing or wrong";
  private static final String AT_WORK = "numbers at work at once, at most";
  private static final String EARLIER = "results that arrived before 0²";

  @Override
  public String id() {
    return "pool-of-squares";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("workers", 3, 1, 64, "workers"),
        new Parameter.Count("numbers", 10, 2, 1_000, "numbers"),
        new Parameter.Count("pause", 40, 0, 1_000, "ms for one number"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Timeline("Which worker squared what, and when"));
  }

  @Override
  public void run(Parameters with, Recorder record)
      throws InterruptedException, ExecutionException {
    var numbers = with.count("numbers");
    var watcher = new SquaresWatcher(record);
    PoolOfSquares.square(numbers, with.count("workers"), with.count("pause"), watcher);
    var all = IntStream.range(0, numbers).mapToObj(n -> new Square(n, n * n)).toList();
    var arrived = watcher.inOrder();
    var right = arrived.size() == numbers ? all.stream().filter(arrived::contains).count() : 0;
    record.sample(MISSING, "numbers", "all", numbers - right);
    record.sample(AT_WORK, "numbers", "all", watcher.mostAtWork());
    record.sample(EARLIER, "results", "0²", arrived.indexOf(all.getFirst()));
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var earlier = seen.samples(EARLIER, "0²");
    var last = with.count("numbers") - 1;
    var answer =
        earlier
            .map(Series.Point::median)
            .map(many -> many == 0 ? "first" : many < last ? "somewhere in between" : "last");
    var missing = seen.samples(MISSING, "all").map(Series.Point::median);
    var most = seen.samples(AT_WORK, "all").map(one -> one.quantile(1));
    return answer
        .map(Findings::answer)
        .orElse(Findings.cannotTell("Nothing arrived; run it again."))
        .claim(
            "Every number's square arrives, once.",
            missing.filter(none -> none == 0).isPresent(),
            "%,.0f of %,d are missing".formatted(missing.orElse(last + 1.0), last + 1))
        .claim(
            "There are never more numbers at work than workers.",
            most.filter(many -> many <= with.count("workers")).isPresent(),
            "at most %,.0f at once".formatted(most.orElse(0.0)));
  }
}
