package _02_threads.lab;

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

/// Threads of both kinds sleep: what does one more cost?
public final class SleepersCost implements Experiment {
  @Override
  public String id() {
    return "a-million-sleepers";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("platform", 1_000, 100, 10_000, "platform threads"),
        new Parameter.Count("virtual", 100_000, 100, 1_000_000, "virtual threads"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(0, 5).within(Duration.ofMinutes(4));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Bars("Memory of one sleeping thread", SleepersSamples.EACH, true),
        new Chart.Bars("Time to start one thread", SleepersSamples.START, true));
  }

  @Override
  public void run(Parameters with, Recorder record) throws InterruptedException, IOException {
    for (var kind : SleepersSamples.KINDS) {
      var wanted = Integer.toString(with.count(kind));
      var jvm = CompletedProcess.of(JavaProcess.builder(SleepersJvm.class, kind, wanted));
      var cells = jvm.lines().getLast().split("\t", -1);
      if (jvm.code() != 0 || cells.length < 5) {
        record.note("The JVM with %s threads failed: %s".formatted(kind, jvm.lines()));
        continue;
      }
      SleepersSamples.record(kind, Long.parseLong(cells[0]), cells, record);
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return SleepersSamples.findings(seen);
  }
}
