package _04_locks.lab;

import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.FORBIDDEN;

import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;

/// Threads that work under a lock: their own, or one for both.
public final class LockCostTiming implements Experiment {
  @Override
  public String id() {
    return "lock-cost";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("time", 30, 1, 5_000, "ms for each measurement"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(2, 5);
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Lines(
            "What a section costs its thread", LockCostFindings.TIME, "steps in it", true, true));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    for (var length = 1; length <= LockCostFindings.LONGEST; length *= 10) {
      measure("one thread", List.of(new ChainWorker(length)), length, with, record);
      var apart = List.of(new ChainWorker(length), new ChainWorker(length));
      measure(LockCostFindings.APART, apart, length, with, record);
      var shared = new ChainWorker(length);
      measure(LockCostFindings.TOGETHER, List.of(shared, shared), length, with, record);
    }
  }

  private static void measure(
      String how, List<ChainWorker> workers, int length, Parameters with, Recorder record)
      throws Exception {
    var all = Stretch.of(with.count("time"), List.copyOf(workers));
    var perThread = Math.max(1.0, all.rounds()) / workers.size();
    record.sample(LockCostFindings.TIME, "ns", how, length, all.nanos() / perThread);
    record.sample(LockCostFindings.CORES, "cores", how, length, all.cores());
    var shared = workers.getFirst();
    if (workers.size() == 1 || workers.getLast() == shared) {
      var right = shared.chain().isAfter(all.rounds() * length);
      record.outcome(LockCostFindings.WHOLE, ACCEPTABLE, right ? 1 : 0, "every step was made");
      record.outcome(LockCostFindings.LOST, FORBIDDEN, right ? 0 : 1, "some step was lost");
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return LockCostFindings.of(seen);
  }
}
