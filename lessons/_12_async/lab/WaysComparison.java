package _12_async.lab;

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
import workbook.process.CompletedProcess;
import workbook.process.JavaProcess;

/// Processes, threads and coroutines: what does a job cost, what is shared, who computes at once?
public final class WaysComparison implements Experiment {
  @Override
  public String id() {
    return "ways-compared";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count(WaysFindings.PROCESSES, 10, 1, 50, "processes that wait"),
        new Parameter.Count(WaysFindings.THREADS, 1_000, 1, 5_000, "threads that wait"),
        new Parameter.Count(WaysFindings.COROUTINES, 10_000, 1, 100_000, "coroutines that wait"),
        new Parameter.Count("work", 50, 1, 500, "million steps of a job that computes"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(0, 5).within(Duration.ofMinutes(4));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Bars("Memory of a job that waits", WaysFindings.MEMORY, true),
        new Chart.Bars("Time to start a job", WaysFindings.START, true),
        new Chart.Bars("Two jobs that compute, compared with one", WaysFindings.TWO, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    for (var way : WaysFindings.WAYS) {
      var jobs = Integer.toString(with.count(way));
      var steps = Integer.toString(1_000_000 * with.count("work"));
      var jvm = CompletedProcess.of(JavaProcess.builder(WaysJvm.class, way, jobs, steps));
      if (jvm.code() == 0) {
        WaysFindings.record(way, jvm.lines(), record);
      } else {
        record.note("The JVM with %s failed: %s".formatted(way, jvm.lines()));
      }
      record.progress(WaysFindings.WAYS.indexOf(way) + 1, WaysFindings.WAYS.size());
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return WaysFindings.of(seen);
  }
}
