package _12_async.lab;

import _12_async.Fibonacci;
import _12_async.RunningMean;
import java.util.List;
import java.util.concurrent.Executors;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;
import workbook.process.PythonScript;

/// Numbers from an iterator, a stream and a coroutine: what does each of them cost?
public final class GeneratorsTiming implements Experiment {
  @Override
  public String id() {
    return "generators";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("items", 50, 1, 1_000, "thousand items of each"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(2, 7);
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Bars("Time for one item", GeneratorFindings.TIME, true));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var items = 1_000 * with.count("items");
    var watch = new ItemStopwatch(record);
    try (var virtual = Executors.newVirtualThreadPerTaskExecutor();
        AutoCloseable _ = virtual::shutdownNow;
        var numbers = Fibonacci.byCoroutine()) {
      virtual.submit(() -> callFromAVirtualThread(items, watch)).get();
      watch.time(GeneratorFindings.PLATFORM, items / 10, () -> numbers.send(true));
    }
    GeneratorFindings.recordPython(
        PythonScript.run(Fibonacci.class, "generators.py", record, "" + items), record);
  }

  private static Void callFromAVirtualThread(int items, ItemStopwatch watch) throws Exception {
    watch.time(GeneratorFindings.BY_HAND, 20 * items, Fibonacci.byHand()::next);
    watch.time(GeneratorFindings.STREAM, items, Fibonacci.byStream()::next);
    try (var numbers = Fibonacci.byCoroutine();
        var mean = RunningMean.start()) {
      watch.time(GeneratorFindings.COROUTINE, items, () -> numbers.send(true));
      var means = List.of(mean.send(10.0), mean.send(20.0), mean.send(60.0));
      watch.record().fact(GeneratorFindings.MEANS_JAVA, means.toString());
    }
    return null;
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return GeneratorFindings.of(seen);
  }
}
