package _01_processes.lab;

import _01_processes.EmptyProgram;
import java.io.IOException;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;
import workbook.process.Executables;
import workbook.process.JavaProcess;
import workbook.process.PythonScript;

/// Threads, processes and JVMs that do nothing: how long from start to end?
public final class StartUpCost implements Experiment {
  private static final String COST = "time from start to end";
  private static final String THREAD = "platform thread";
  private static final String JVM = "JVM";

  @Override
  public String id() {
    return "start-up-cost";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("starts", 5, 2, 100, "starts of each kind, in each repeat"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 5);
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Bars("Time from start to end, by what is started", COST, true));
  }

  @Override
  public void run(Parameters with, Recorder record) throws IOException, InterruptedException {
    var timer = new StartTimer(with.count("starts"), COST, record);
    Runnable nothing = () -> {};
    timer.time("virtual thread", () -> Thread.ofVirtual().start(nothing).join());
    timer.time(THREAD, () -> Thread.ofPlatform().start(nothing).join());
    if (Executables.find("true").isPresent()) {
      timer.time("process", new ProcessBuilder("true"));
    } else {
      record.note("A plain process was skipped: there is no program true on this machine.");
    }
    timer.time(JVM, JavaProcess.builder(EmptyProgram.class));
    var starts = "" + with.count("starts");
    for (var line : PythonScript.run(EmptyProgram.class, "start_up_cost.py", record, starts)) {
      var words = line.split(": ");
      record.sample(COST, "us", "Python: " + words[0], Double.parseDouble(words[1]));
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var thread = seen.samples(COST, THREAD);
    var jvm = seen.samples(COST, JVM);
    if (thread.isEmpty() || jvm.isEmpty()) {
      return Findings.cannotTell("The run ended before a JVM had started. Run it again.");
    }
    var findings =
        thread.get().clearlyBelow(jvm.get())
            ? Findings.answer("%.0f".formatted(jvm.get().median() / thread.get().median()))
            : Findings.cannotTell("The times overlap: close what else runs, and run it again.");
    return findings.claim(
        "Even the quickest start of a JVM takes longer than that of a thread.",
        jvm.get().quantile(0) > thread.get().quantile(0),
        "%,.0f us and %,.0f us".formatted(jvm.get().quantile(0), thread.get().quantile(0)));
  }
}
