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
import workbook.Series.Point;
import workbook.process.CompletedProcess;
import workbook.process.JavaProcess;
import workbook.process.PythonScript;

/// Very many sleep for a second: how long does it take all of them, and how much memory?
public final class ManySleepersTiming implements Experiment {
  private static final String TIME = "time until all have slept";
  private static final String MEMORY = "memory of the process";
  private static final String COROUTINES = "coroutines on the loop";
  private static final String THREADS = "virtual threads";
  private static final String PYTHON = "asyncio";

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
        new Chart.Bars("Time until all have slept for a second", TIME, false),
        new Chart.Bars("Memory of the process", MEMORY, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var sleepers = Integer.toString(with.count("sleepers"));
    record(COROUTINES, inJvm(LoopSleepers.COROUTINES, sleepers), record);
    record(THREADS, inJvm(LoopSleepers.THREADS, sleepers), record);
    record(PYTHON, PythonScript.run(Loop.class, "many_sleepers.py", record, sleepers), record);
  }

  private static List<String> inJvm(LoopSleepers kind, String sleepers)
      throws IOException, InterruptedException {
    var jvm = JavaProcess.builder(ManySleepersJvm.class, kind.name(), sleepers);
    jvm.command().add(1, "-XX:+UseSerialGC"); // it takes no more heap than it needs
    return CompletedProcess.of(jvm).lines();
  }

  private static void record(String series, List<String> printed, Recorder record) {
    for (var line : printed) {
      var cells = line.split("\t", -1);
      if (cells.length < 2) {
        record.note("%s failed: %s".formatted(series, line));
        return;
      }
      record.sample(TIME, "s", series, Double.parseDouble(cells[0]));
      if (!cells[1].isEmpty()) {
        record.sample(MEMORY, "MiB", series, Double.parseDouble(cells[1]));
      }
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var loop = seen.samples(TIME, COROUTINES).map(Point::median).orElse(Double.NaN);
    if (Double.isNaN(loop)) {
      return Findings.cannotTell("The JVM with the loop failed: see the notes.");
    }
    return Findings.answer("%.1f".formatted(loop))
        .claim(
            "They all sleep at the same time, on one loop.",
            loop < with.count("sleepers") / 10.0,
            "%,d sleeps of a second in %.1f s".formatted(with.count("sleepers"), loop));
  }
}
