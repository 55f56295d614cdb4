package _15_puzzles.lab;

import _15_puzzles.ThreePriorities;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;

/// How long a thread waits for a lock, with threads of lower priority around and without.
public final class InversionTiming implements Experiment {
  @Override
  public String id() {
    return "priority-inversion";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("mediums", 4, 1, 64, "threads for each processor"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(2, 7);
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Bars("How long high waits for the lock", InversionFindings.WAIT, true));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var mediums = with.count("mediums") * Runtime.getRuntime().availableProcessors();
    measure(InversionFindings.ALONE, 0, record);
    measure(InversionFindings.BESIDE, mediums, record);
  }

  private static void measure(String series, int mediums, Recorder record) throws Exception {
    var three = new ThreePriorities();
    var high = new FutureTask<>(three::high);
    var threads = new ArrayList<Thread>();
    try {
      for (var n = 0; n < mediums; n++) {
        threads.add(start(Thread.NORM_PRIORITY, three::medium));
      }
      threads.add(start(Thread.MIN_PRIORITY, new FutureTask<>(() -> low(three))));
      threads.add(start(Thread.MAX_PRIORITY, high));
      var waited = high.get();
      record.sample(InversionFindings.WAIT, "ms", series, waited.nanos() / 1e6);
      InversionFindings.record(waited.workDone(), record);
    } finally {
      threads.forEach(Thread::interrupt);
    }
    for (var each : threads) {
      each.join();
    }
  }

  private static Void low(ThreePriorities three) throws InterruptedException {
    three.low();
    return null;
  }

  private static Thread start(int priority, Runnable task) {
    return Thread.ofPlatform().priority(priority).start(task);
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return InversionFindings.of(seen);
  }
}
