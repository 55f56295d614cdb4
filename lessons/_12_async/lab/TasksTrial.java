package _12_async.lab;

import _12_async.Loop;
import _12_async.SleepTasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Outcome.Expectation;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;
import workbook.process.PythonScript;

/// Two coroutines print and sleep, again and again: in what order do they print?
public final class TasksTrial implements Experiment {

  @Override
  public String id() {
    return "tasks";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("pause", 100, 1, 2_000, "ms that each sleeps"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(0, 5);
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Outcomes("The order of the first four lines"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var pause = Duration.ofMillis(with.count("pause"));
    var java = new ArrayList<String>();
    try (var loop = ReportingLoop.open(record)) {
      new SleepTasks(loop, pause, java::add).run();
    }
    record(Said.JAVA, java, record);
    var seconds = Double.toString(pause.toMillis() / 1e3);
    record(Said.PYTHON, PythonScript.run(Loop.class, "sleep_tasks.py", record, seconds), record);
  }

  private static void record(String language, List<String> lines, Recorder record) {
    if (!lines.isEmpty()) {
      record.outcome(language, firstFour(lines), Expectation.ACCEPTABLE, 1, "task and iteration");
      record.fact(language, lines.getLast());
    }
  }

  private static String firstFour(List<String> lines) {
    return lines.stream()
        .limit(4)
        .map(line -> line.replaceAll("\\D+", " ").strip())
        .collect(Collectors.joining(", "));
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return TaskFindings.of(seen);
  }
}
