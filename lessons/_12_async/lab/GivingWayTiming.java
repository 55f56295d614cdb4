package _12_async.lab;

import _12_async.Loop;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;

/// Two computations on a loop, and in two threads: who computes when?
public final class GivingWayTiming implements Experiment {
  private static final int ROUNDS = 5; // the timeline shows the last

  @Override
  public String id() {
    return "cooperative-or-preemptive";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("pieces", 10, 1, 100, "pieces of each computation"),
        new Parameter.Count("work", 2_000, 1, 100_000, "thousand steps for a piece"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 1);
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Timeline("Who computes when"),
        new Chart.Bars("How much of the second is done", GivingWayFindings.DONE, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    for (var round = 1; round <= ROUNDS; round++) {
      var began = round == ROUNDS ? OptionalLong.of(record.now()) : OptionalLong.empty();
      try (var loop = new Loop(record::note)) {
        loop.slowCallback(Duration.ofMinutes(1)); // that they are slow is the point
        var plain = new PieceRecord(GivingWayFindings.NO_AWAIT, with, began, record);
        plain.program().asCoroutines(loop);
        plain.recordShare();
        var polite = new PieceRecord(GivingWayFindings.AWAIT, with, began, record);
        polite.program().asCoroutinesThatGiveWay(loop);
        polite.recordShare();
      }
      var threads = new PieceRecord(GivingWayFindings.THREADS, with, began, record);
      threads.program().asThreads();
      threads.recordShare();
      record.progress(round, ROUNDS);
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return GivingWayFindings.of(with.count("pieces"), seen);
  }
}
