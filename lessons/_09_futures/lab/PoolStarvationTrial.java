package _09_futures.lab;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import _09_futures.NestedTasks;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import workbook.Await;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// As many tasks as the pool has workers, and each needs another task of the same pool.
public final class PoolStarvationTrial implements Experiment {
  private static final int LONG = 30_000;

  @Override
  public String id() {
    return "pool-starvation";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("workers", 2, 2, 64, "workers"),
        new Parameter.Count("patience", 500, 500, 10_000, "ms for a task that may be stuck"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Outcomes("What became of the tasks"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var workers = with.count("workers");
    trial("each waits", new NestedTasks.Broken(), workers, with.count("patience"), record);
    trial("nobody waits", new NestedTasks.Mended(), workers, LONG, record);
  }

  private static void trial(
      String way, NestedTasks tasks, int workers, int patience, Recorder record) throws Exception {
    Runnable begun = StarvationFindings.meeting(workers);
    try (var pool =
            new ThreadPoolExecutor(workers, workers, 0, MILLISECONDS, new LinkedBlockingQueue<>());
        AutoCloseable _ = pool::shutdownNow) {
      var futures = Stream.generate(() -> tasks.start(pool, begun)).limit(workers).toList();
      for (var future : futures) {
        awaitOrGiveUp(future, patience);
      }
      Await.until(
          "each task is done, or what it needs is in the queue",
          () -> pool.getCompletedTaskCount() + pool.getQueue().size() >= workers);
      StarvationFindings.record(way, futures, record);
      record.fact(
          way, StarvationFindings.AT_WORK.formatted(pool.getActiveCount(), pool.getQueue().size()));
    }
  }

  private static void awaitOrGiveUp(Future<Integer> future, int millis) throws Exception {
    try {
      future.get(millis, MILLISECONDS);
    } catch (TimeoutException stuck) {
      // That is what is counted.
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return StarvationFindings.of(with.count("workers"), seen);
  }
}
