package _01_processes.lab;

import _01_processes.PidAndTime;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import workbook.Await;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.process.JavaProcess;

/// A loop prints the time, and sleeps. How much of that time does it use a processor?
public final class SleepingLoop implements Experiment {
  @Override
  public String id() {
    return "pid-and-time";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("lines", 4, 2, 20, "lines"),
        new Parameter.Count("pause", 500, 1, 2_000, "ms after each line"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Bars("Time that passed, and time that the loop used", LoopTimes.TIME, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws IOException, InterruptedException {
    var loop = JavaProcess.builder(PidAndTime.class, "" + with.count("pause")).start();
    CompletableFuture.delayedExecutor(Await.LIMIT.toSeconds(), TimeUnit.SECONDS)
        .execute(loop::destroyForcibly);
    try {
      var output = loop.inputReader();
      record.said(LoopTimes.LOOP + loop.pid(), output.readLine());
      var began = System.nanoTime();
      var usedBefore = processorTime(loop);
      for (var line = 2; line <= with.count("lines"); line++) {
        record.said(LoopTimes.LOOP + loop.pid(), output.readLine());
      }
      var used = processorTime(loop).minus(usedBefore);
      record.sample(LoopTimes.TIME, "ms", LoopTimes.PASSED, (System.nanoTime() - began) / 1e6);
      record.sample(LoopTimes.TIME, "ms", LoopTimes.USED, used.toMillis());
      Ps.list(record, loop.pid());
      record.fact(LoopTimes.THEN, loop.isAlive() ? "goes on" : "has ended");
    } finally {
      loop.destroyForcibly();
    }
  }

  private static Duration processorTime(Process process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return LoopTimes.findings(seen);
  }
}
