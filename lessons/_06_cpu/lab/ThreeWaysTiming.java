package _06_cpu.lab;

import _06_cpu.Piece;
import _06_cpu.ThreeWays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Executors;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;

/// Four jobs by threads, by tasks on one thread, by processes: which way fits which job?
public final class ThreeWaysTiming implements Experiment {
  private static final int WARM_UPS = 2;

  @Override
  public String id() {
    return "three-ways";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("workers", 2, 2, 16, "workers, and pieces of each job"),
        new Parameter.Count("image", 1_200, 10, 5_000, "rows and columns of pixels"),
        new Parameter.Count("array", 10_000, 10, 50_000, "thousand numbers"),
        new Parameter.Count("matrix", 800, 10, 1_000, "rows and columns of each matrix"),
        new Parameter.Count("wait", 100, 1, 5_000, "ms a server takes to answer"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 5);
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Bars("Speed-up of each way", ThreeWaysFindings.SPEED_UP, false),
        new Chart.Bars("Time", ThreeWaysFindings.TIME, true));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var workers = with.count("workers");
    var jobs = new LinkedHashMap<String, List<Piece>>();
    jobs.put("the image", Pieces.image(with.count("image"), workers));
    jobs.put("the array", Pieces.array(1_000 * with.count("array"), workers));
    jobs.put("the matrices", Pieces.matrix(with.count("matrix"), workers));
    jobs.put("the requests", Pieces.requests(with.count("wait"), workers));
    try (var threads = Executors.newFixedThreadPool(workers);
        var loop = Executors.newSingleThreadExecutor();
        var processes = new ProcessPool(workers)) {
      for (var name : jobs.keySet()) {
        var pieces = jobs.get(name);
        for (var warmUp = 0; warmUp < WARM_UPS; warmUp++) {
          processes.invokeAll(pieces); // they are new
        }
        var job = new JobTiming(name, ThreeWays.oneAfterTheOther(pieces), record);
        job.measure("one after the other", () -> ThreeWays.oneAfterTheOther(pieces));
        job.measure("threads", () -> ThreeWays.inThreads(pieces, threads));
        job.measure("async", () -> ThreeWays.async(pieces, loop));
        job.measure("processes", () -> processes.invokeAll(pieces));
        job.recordBytes(pieces);
      }
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return ResultCheck.claim(ThreeWaysFindings.answer(seen), seen);
  }
}
