package _12_async.lab;

import _12_async.Loop;
import _12_async.LoopSleepers;
import java.io.IOException;
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
import workbook.process.PythonScript;

/// Very many sleep for a second: how long does it take all of them, and how much memory?
public final class ManySleepersTiming implements Experiment {
  @Override
  public String id() {
    return "many-sleepers";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("sleepers", 100_000, 100, 200_000, "sleepers"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(0, 5).within(Duration.ofMinutes(4));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Bars("Time until all have slept for a second", ManySleepersSamples.TIME, false),
        new Chart.Bars("Memory of the process", ManySleepersSamples.MEMORY, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var sleepers = Integer.toString(with.count("sleepers"));
    ManySleepersSamples.record(
        ManySleepersSamples.COROUTINES, inJvm(LoopSleepers.COROUTINES, sleepers), record);
    ManySleepersSamples.record("virtual threads", inJvm(LoopSleepers.THREADS, sleepers), record);
    ManySleepersSamples.record(
        "asyncio", PythonScript.run(Loop.class, "many_sleepers.py", record, sleepers), record);
  }

  private static List<String> inJvm(LoopSleepers kind, String sleepers)
      throws IOException, InterruptedException {
    var jvm = JavaProcess.builder(ManySleepersJvm.class, kind.name(), sleepers);
    jvm.command().addAll(1, List.of("-XX:+UseSerialGC", "-Xmn32m")); // no heap in reserve
    return CompletedProcess.of(jvm).lines();
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return ManySleepersSamples.findings(with.count("sleepers"), seen);
  }
}
