package _06_cpu.lab;

import _06_cpu.TwoCountdowns;
import java.nio.charset.StandardCharsets;
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
import workbook.process.CompletedProcess;
import workbook.process.PythonScript;

/// Two threads count down, in Java and in Python: how many cores do they keep busy meanwhile?
public final class CpuUseOverTime implements Experiment {
  @Override
  public String id() {
    return "cpu-use";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("java", 3_000, 1, 100_000, "thousand: where Java begins"),
        new Parameter.Count("python", 20_000, 1, 100_000, "thousand: where Python begins"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 5);
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Lines("Two threads count down", CpuUseWatch.BUSY, "time (ms)", false, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var from = 1_000L * with.count("java");
    var java = new FutureTask<>(() -> TwoCountdowns.byTwoThreads(from));
    Thread.startVirtualThread(java);
    CpuUseWatch.watch(ProcessHandle.current(), () -> !java.isDone(), CpuUseFindings.JAVA, record);
    java.get(); // throws what the countdown threw

    var python = PythonScript.builder(TwoCountdowns.class, "countdown.py");
    if (python.isEmpty()) {
      record.note("Python was skipped: there is no python3 on this machine.");
      return;
    }
    python.get().command().addAll(List.of(with.count("python") + "000", "two threads"));
    var child = python.get().start();
    try (var printed = child.inputReader(StandardCharsets.UTF_8)) {
      CpuUseWatch.watch(child.toHandle(), child::isAlive, CpuUseFindings.PYTHON, record);
      record.fact(CpuUseFindings.INTERPRETER, String.valueOf(printed.readLine()));
    } finally {
      CompletedProcess.end(child);
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return CpuUseFindings.of(seen);
  }
}
