package _12_async.lab;

import _12_async.FailedTasks;
import _12_async.Loop;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameters;
import workbook.Recorder;
import workbook.process.PythonScript;

/// A task fails, awaited or not: who hears of it, and when?
public final class FailedTasksTrial implements Experiment {
  @Override
  public String id() {
    return "failed-tasks";
  }

  @Override
  public List<Chart> charts() {
    return List.of();
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    run(FailureFindings.NOBODY, tasks -> tasks::nobodyAwaits, record);
    run(FailureFindings.SOMEBODY, tasks -> tasks::somebodyAwaits, record);
    run(FailureFindings.GATHER, tasks -> tasks::gathered, record);
    for (var line : PythonScript.run(FailedTasks.class, "failed_tasks.py", record)) {
      var cells = line.split("\t");
      record.said(FailureFindings.PYTHON + cells[0], cells[1]);
    }
  }

  private static void run(String name, Function<FailedTasks, Callable<Void>> main, Recorder record)
      throws Exception {
    Consumer<String> log = text -> record.said(name, text);
    try (var loop = new Loop(log)) {
      loop.run("main", main.apply(new FailedTasks(loop, log)));
      log.accept(FailureFindings.MAIN_ENDED);
    }
    log.accept("the loop is closed");
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return FailureFindings.of(seen);
  }
}
