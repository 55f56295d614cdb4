package _02_threads.lab;

import _02_threads.PoolShutdown;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Outcome.Expectation;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// A pool is shut down while one task is at work and three wait. Which of them are done?
public final class PoolShutdownTrial implements Experiment {
  private static final String DONE = "done";
  private static final String INTERRUPTED = "interrupted at work";
  private static final String NEVER = "never begun";
  private static final String BEFORE = "futures done before the shutdown";
  private static final String REFUSED = "a task submitted after the shutdown";

  @Override
  public String id() {
    return "pool-shutdown";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Choice("by", "shutdown", "shutdownNow"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Outcomes("What became of the tasks"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws InterruptedException {
    var now = with.choice("by").equals("shutdownNow");
    var ended = PoolShutdown.by(now ? ExecutorService::shutdownNow : ExecutorService::shutdown);
    record.sample(BEFORE, "futures", "all", ended.before());
    record.fact(REFUSED, ended.refused() ? "refused" : "accepted");
    count(DONE, Future.State.SUCCESS, ended, "get() returns its result", record);
    count(INTERRUPTED, Future.State.FAILED, ended, "get() throws an ExecutionException", record);
    count(NEVER, Future.State.RUNNING, ended, "get() would block for ever", record);
  }

  private static void count(
      String seen, Future.State state, PoolShutdown.Ended ended, String means, Recorder record) {
    var times = ended.after().stream().filter(future -> future.state() == state).count();
    record.outcome(seen, Expectation.ACCEPTABLE, times, means);
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var done = seen.count(DONE);
    var all = done + seen.count(INTERRUPTED) + seen.count(NEVER);
    var before = seen.samples(BEFORE, "all").map(early -> early.quantile(1));
    var late = seen.fact(REFUSED).orElse("(not seen)");
    return answer(done, all)
        .claim(
            "No future is done while its task still waits or works.",
            before.filter(none -> none == 0).isPresent(),
            "%,.0f were done".formatted(before.orElse(0.0)))
        .claim("A pool that is shut down takes no more tasks.", late.equals("refused"), late);
  }

  private static Findings answer(long done, long all) {
    if (all == 0 || done != 0 && done != all && done * PoolShutdown.TASKS != all) {
      return Findings.cannotTell("%,d of %,d were done; run it again.".formatted(done, all));
    }
    var some = done == 0 ? "none" : "only the one at work";
    return Findings.answer(done == all ? "all four" : some);
  }
}
