package _06_cpu.lab;

import _06_cpu.TwoCountdowns;
import java.util.List;
import java.util.concurrent.Callable;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;
import workbook.process.PythonScript;

/// Two countdowns in Java and in Python: how long do they take, one after the other and at once?
public final class CountdownTiming implements Experiment {
  static final String TIME = "time for both";
  static final String ALONE = "one after the other";
  static final String THREADS = "two threads";
  private static final String CPU = "CPU time for both";

  @Override
  public String id() {
    return "countdown";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("java", 1_500, 1, 100_000, "thousand: where Java begins"),
        new Parameter.Count("python", 10_000, 1, 100_000, "thousand: where Python begins"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 5);
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Bars("Time", TIME, false), new Chart.Bars("CPU time", CPU, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var from = 1_000L * with.count("java");
    var steps = inJava(ALONE, () -> TwoCountdowns.oneAfterTheOther(from), record);
    var again = inJava(THREADS, () -> TwoCountdowns.byTwoThreads(from), record);
    ResultCheck.record(steps == again, record);
    record.fact("elsewhere, " + ALONE, "18.15 s (Python, from 100 million)");
    record.fact("elsewhere, " + THREADS, "19.48 s (Python, from 100 million)");
    var start = with.count("python") + "000";
    for (var line : PythonScript.run(TwoCountdowns.class, "countdown.py", record, start)) {
      var cells = line.split("\t");
      if (cells.length == 1) {
        record.fact("interpreter", line);
      } else {
        record.sample(TIME, "s", "Python, " + cells[0], Double.parseDouble(cells[1]));
        record.sample(CPU, "s", "Python, " + cells[0], Double.parseDouble(cells[2]));
      }
    }
  }

  private static long inJava(String how, Callable<Long> job, Recorder record) throws Exception {
    var measured = Measurement.of(job);
    record.sample(TIME, "s", "Java, " + how, measured.seconds());
    record.sample(CPU, "s", "Java, " + how, measured.cpuSeconds());
    return measured.result();
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return ResultCheck.claim(CountdownFindings.answer(seen), seen);
  }
}
