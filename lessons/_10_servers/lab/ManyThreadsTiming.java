package _10_servers.lab;

import _10_servers.ManyThreads;
import java.time.Duration;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;

/// The same work is divided among few threads and among very many. Meanwhile, one more thread wants
/// to wake up every millisecond.
public final class ManyThreadsTiming implements Experiment {
  @Override
  public String id() {
    return "many-threads";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("threads", 2_000, 10, 10_000, "threads, in steps from 1"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 5).within(Duration.ofMinutes(5));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        lines("How long the same work takes", ManyThreadsFindings.TIME),
        lines("How late another thread wakes up", ManyThreadsFindings.LATE));
  }

  private static Chart lines(String title, String quantity) {
    return new Chart.Lines(title, quantity, "threads", true, true);
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var pieces = with.count("threads");
    var steps = EchoQuantities.steps(pieces);
    for (var threads : steps) {
      var begin = System.nanoTime();
      try (var sleeper = new LateSleeper()) {
        ManyThreads.compute(pieces, threads);
        var ms = (System.nanoTime() - begin) / 1e6;
        record.sample(ManyThreadsFindings.TIME, "ms", ManyThreadsFindings.WORK, threads, ms);
        record.sample(
            ManyThreadsFindings.LATE, "ms", ManyThreadsFindings.SLEEPER, threads, sleeper.latest());
      }
      record.progress(steps.indexOf(threads) + 1, steps.size());
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return ManyThreadsFindings.of(with.count("threads"), seen);
  }
}
