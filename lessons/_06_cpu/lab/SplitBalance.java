package _06_cpu.lab;

import _06_cpu.Collatz;
import _06_cpu.NumberSplit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;

/// Workers share the numbers from 1 on: who takes which, and who waits for whom?
public final class SplitBalance implements Experiment {
  @Override
  public String id() {
    return "split-evenly";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("workers", 2, 2, 64, "workers"),
        new Parameter.Count("numbers", 1_000, 1, 20_000, "thousand numbers"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(5, 1);
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Timeline("Who computes, and who waits for the others"),
        new Chart.Bars("The busiest worker's surplus", SplitFindings.SURPLUS, false),
        new Chart.Lines("Steps of each worker", SplitFindings.STEPS, "worker", false, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var splits = new LinkedHashMap<String, NumberSplit>();
    splits.put("one block each", NumberSplit.oneBlockEach());
    splits.put(SplitFindings.ODD_EVEN, NumberSplit.oddOrEven());
    splits.put("small blocks", NumberSplit.smallBlocks());
    splits.put("next, please", NumberSplit.nextPlease());

    var most = 1_000L * with.count("numbers");
    var whole = Collatz.steps(1, most);
    for (var how : splits.keySet()) {
      var parts = share(splits.get(how), most, with.count("workers"), record);
      SplitFindings.record(how, parts, whole, record);
    }
  }

  private static List<SplitPart> share(NumberSplit split, long most, int workers, Recorder record)
      throws InterruptedException {
    var began = record.now();
    var tasks = new ArrayList<Callable<SplitPart>>();
    for (var w = 0; w < workers; w++) {
      var worker = w;
      tasks.add(() -> new SplitPart(split.compute(most, worker, workers), record.now() - began));
    }
    try (var threads = Executors.newFixedThreadPool(workers)) {
      return threads.invokeAll(tasks).stream().map(Future::resultNow).toList();
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return SplitFindings.of(with.count("workers"), seen);
  }
}
