package _03_races.lab;

import _03_races.BarrierIncrements;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;

/// Two threads count together at a barrier: how much is lost?
public final class BarrierTrials implements Experiment {
  private static final String BROKEN = "read, meet, write";
  private static final String MENDED = "one step";

  @Override
  public String id() {
    return "lost-for-certain";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("increments", 1_000, 1, 100_000, "increments per thread"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.once().repeated(3);
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Bars("What was counted", CountedSums.QUANTITY, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var times = with.count("increments");
    CountedSums.record(BROKEN, count(new BarrierIncrements.Broken(), times), record);
    CountedSums.record(MENDED, count(new BarrierIncrements.Mended(), times), record);
  }

  private static int count(BarrierIncrements counter, int times) throws Exception {
    Callable<Void> adding =
        () -> {
          for (var i = 0; i < times; i++) {
            counter.addOne();
          }
          return null;
        };
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (var ended : threads.invokeAll(Collections.nCopies(2, adding))) {
        ended.get();
      }
    }
    return counter.total();
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var half = with.count("increments");
    var all = 2L * half;
    var broken = CountedSums.of(BROKEN, seen);
    var mended = CountedSums.of(MENDED, seen);
    return broken
        .answer()
        .claim(
            "Both read before either writes, so half is lost.",
            broken.areAll(half),
            broken.evidence(all))
        .claim("A single step loses nothing.", mended.areAll(all), mended.evidence(all));
  }
}
