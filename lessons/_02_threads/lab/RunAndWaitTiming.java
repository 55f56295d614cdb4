package _02_threads.lab;

import _02_threads.RunAndWait;
import _02_threads.lab.PairStopwatch.Job;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;

/// Two jobs that mostly wait and two that only compute: whom does a second thread help?
public final class RunAndWaitTiming implements Experiment {
  private static final int ROUNDS = 7; // the timeline shows the last

  @Override
  public String id() {
    return "run-and-wait";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("wait", 40, 1, 1_000, "ms for one wait"),
        new Parameter.Count("work", 300, 1, 10_000, "thousand numbers in one computation"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 1);
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Timeline("Two jobs by one thread and by two"),
        new Chart.Bars("Time until both jobs are done", PairTimes.WALL, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var wait = with.count("wait");
    var work = 1_000 * with.count("work");
    PairTimes.recordCores(Math.min(2, Runtime.getRuntime().availableProcessors()), record);
    for (var round = 1; round <= ROUNDS; round++) {
      var watch = new PairStopwatch(record, round == ROUNDS);
      measure("wait", lane -> RunAndWait.runAndWait(wait, work / 10, lane), watch);
      measure("compute", lane -> RunAndWait.compute(work, lane), watch);
      record.progress(round, ROUNDS);
    }
  }

  private static void measure(String pair, Job job, PairStopwatch watch) throws Exception {
    var alone = watch.timed(pair + PairTimes.ONE, job);
    watch.start();
    watch.stop(pair + PairTimes.ONE, RunAndWait.byOneThread(alone, alone));
    var a = watch.timed(pair + ", thread A", job);
    var b = watch.timed(pair + ", thread B", job);
    watch.start();
    watch.stop(pair + PairTimes.TWO, RunAndWait.byTwoThreads(a, b));
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var waits = 2 * RunAndWait.WAITS * with.count("wait");
    var quickest = seen.samples(PairTimes.WALL, "wait" + PairTimes.ONE).map(all -> all.quantile(0));
    var one = seen.fact(PairStopwatch.COUNTED + "compute" + PairTimes.ONE).orElse("nothing");
    var two = seen.fact(PairStopwatch.COUNTED + "compute" + PairTimes.TWO).orElse("no steps");
    return PairTimes.answer(seen)
        .claim(
            "One thread does one wait after the other.",
            quickest.filter(millis -> millis >= waits).isPresent(),
            "waits of %,d ms took %,.0f ms at least".formatted(waits, quickest.orElse(0.0)))
        .claim("Two threads count as many steps as one.", one.equals(two), one + " and " + two);
  }
}
