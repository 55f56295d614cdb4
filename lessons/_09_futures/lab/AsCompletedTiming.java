package _09_futures.lab;

import _09_futures.AsCompleted;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;

/// Three tasks, the first is the slowest. When does main have its first result?
public final class AsCompletedTiming implements Experiment {
  @Override
  public String id() {
    return "as-completed";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("pause", 100, 20, 1_000, "ms for the quickest task"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(0, 5);
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Bars("When main has its first result", AsCompletedFindings.FIRST, false));
  }

  /// One way to take the results.
  private interface Way {
    void take(ExecutorService pool, List<Callable<Integer>> tasks, Consumer<Integer> received)
        throws Exception;
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var pause = with.count("pause");
    var pauses = List.of(3 * pause, pause, 2 * pause);
    List<Callable<Integer>> tasks = List.of(task(1, pauses), task(2, pauses), task(3, pauses));
    record("Java, in order", tasks, AsCompleted::inOrder, record);
    record("Java, as completed", tasks, AsCompleted::asCompleted, record);
    ResultTimes.recordTwin(pauses, record);
  }

  private static Callable<Integer> task(int number, List<Integer> pauses) {
    return () -> {
      TimeUnit.MILLISECONDS.sleep(pauses.get(number - 1));
      return number;
    };
  }

  private static void record(String name, List<Callable<Integer>> tasks, Way way, Recorder record)
      throws Exception {
    try (var pool = Executors.newFixedThreadPool(3);
        AutoCloseable _ = pool::shutdownNow) {
      var results = new ResultTimes(System.nanoTime());
      way.take(pool, tasks, results);
      results.record(name, record);
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return AsCompletedFindings.of(with.count("pause"), seen);
  }
}
