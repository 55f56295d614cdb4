package _04_locks.lab;

import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.INTERESTING;

import _04_locks.TryAndBackOff;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;

/// Two threads in step: each takes its own lock, tries the other's, and releases what it has.
public final class LivelockTrials implements Experiment {
  @Override
  public String id() {
    return "try-and-back-off";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("rounds", 1_000, 1, 100_000, "rounds in step"),
        new Parameter.Count("time", 100, 1, 5_000, "ms for each way out"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 5);
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Outcomes("Two threads in step"),
        new Chart.Bars("Two threads out of step", WaysOut.GOT_BOTH, true));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var a = new ReentrantLock();
    var b = new ReentrantLock();
    var rounds = with.count("rounds");
    var step = new CyclicBarrier(2);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var one = threads.submit(inStep(a, b, rounds, step));
      var two = threads.submit(inStep(b, a, rounds, step));
      var both = one.get() + two.get();
      record.outcome(LivelockFindings.BOTH, ACCEPTABLE, both, "it gets on with its work");
      record.outcome(LivelockFindings.ONE, INTERESTING, 2L * rounds - both, "it tries again");
    }
    WaysOut.compete(with.count("time"), record);
  }

  private static Callable<Integer> inStep(Lock mine, Lock other, int rounds, CyclicBarrier step) {
    return () -> {
      var both = 0;
      for (var round = 0; round < rounds; round++) {
        both += TryAndBackOff.tryBoth(mine, other, step::await) ? 1 : 0;
        step.await(); // both have given back
      }
      return both;
    };
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return LivelockFindings.of(seen);
  }
}
