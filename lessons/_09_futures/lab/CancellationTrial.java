package _09_futures.lab;

import static workbook.Outcome.Expectation.ACCEPTABLE;

import _09_futures.CancelledTask;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import workbook.Await;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameters;
import workbook.Recorder;

/// A task is cancelled while it works. What does its thread do then?
public final class CancellationTrial implements Experiment {
  private static final int MANY_STEPS = 100_000;

  @Override
  public String id() {
    return "cancellation";
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Outcomes("What the thread does after cancel()"));
  }

  /// One way to hand the task to a pool.
  private interface Start {
    Future<?> of(CancelledTask task, ExecutorService pool);
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    Start submit = (task, pool) -> pool.submit(task);
    trial(CancellationFindings.NEVER_LOOKS, new CancelledTask.NeverLooks(), submit, true, record);
    trial(CancellationFindings.LOOKS, new CancelledTask.Looks(), submit, true, record);
    trial(CancellationFindings.NO_INTERRUPT, new CancelledTask.Looks(), submit, false, record);
    Start runAsync = (task, pool) -> CompletableFuture.runAsync(task, pool);
    trial(CancellationFindings.COMPLETABLE, new CancelledTask.Looks(), runAsync, true, record);
  }

  private static void trial(
      String way, CancelledTask task, Start start, boolean interrupt, Recorder record)
      throws Exception {
    try (var pool = Executors.newFixedThreadPool(1);
        AutoCloseable _ = task::release) {
      var future = start.of(task, pool);
      task.begun.await();
      var accepted = future.cancel(interrupt);
      var stopped = task.ended.getCount() == 0;
      var steps = task.steps.get();
      record.fact(way, "cancel %s, state %s".formatted(accepted, future.state()));
      Await.until(
          "the task has ended, or goes on",
          () -> task.ended.getCount() == 0 || task.steps.get() > steps + MANY_STEPS);
      var soon = !stopped && task.ended.getCount() == 0;
      record.outcome(way, CancellationFindings.AT_ONCE, ACCEPTABLE, stopped ? 1 : 0, "");
      record.outcome(way, CancellationFindings.SOON, ACCEPTABLE, soon ? 1 : 0, "");
      record.outcome(way, CancellationFindings.GOES_ON, ACCEPTABLE, stopped || soon ? 0 : 1, "");
      var next = pool.submit(() -> Thread.currentThread().isInterrupted());
      task.release();
      record.fact(way + ": next task", next.get() ? "interrupted" : "not interrupted");
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return CancellationFindings.of(seen);
  }
}
