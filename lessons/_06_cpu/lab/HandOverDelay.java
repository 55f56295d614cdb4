package _06_cpu.lab;

import _06_cpu.LateWakeUp;
import java.util.ArrayList;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;
import workbook.process.PythonScript;

/// One thread computes, another wants to wake up: how late is it, in Java and in Python?
public final class HandOverDelay implements Experiment {
  @Override
  public String id() {
    return "gil-hand-over";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("naps", 10, 1, 100, "naps for each interval"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 5);
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Lines(
            "How late a thread wakes up",
            HandOverFindings.LATE,
            "switch interval (ms)",
            true,
            true));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var naps = with.count("naps");
    for (var interval : HandOverFindings.INTERVALS) { // Java has none: it is measured as often
      for (var late : LateWakeUp.besideAComputingThread(naps)) {
        record.sample(HandOverFindings.LATE, "ms", HandOverFindings.JAVA, interval, late);
      }
    }
    var arguments = new ArrayList<>(List.of(Integer.toString(naps)));
    HandOverFindings.INTERVALS.forEach(interval -> arguments.add(interval.toString()));
    for (var line :
        PythonScript.run(
            LateWakeUp.class, "hand_over.py", record, arguments.toArray(String[]::new))) {
      var cells = line.split("\t");
      if (cells.length == 1) {
        record.fact(HandOverFindings.INTERPRETER, line);
      } else {
        var interval = Double.parseDouble(cells[1]);
        record.sample(
            HandOverFindings.LATE,
            "ms",
            cells[0].equals("beside") ? HandOverFindings.PYTHON : HandOverFindings.PYTHON_ALONE,
            interval,
            Double.parseDouble(cells[2]));
      }
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return HandOverFindings.of(seen);
  }
}
