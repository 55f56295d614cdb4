package _12_async.lab;

import _12_async.Counters;
import _12_async.Loop;
import java.time.Duration;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.process.PythonScript;

/// Three counters sleep on one loop, in Java and in Python: how long do they take together?
public final class CounterGatherTiming implements Experiment {
  static final String TIME = "time for all three";

  @Override
  public String id() {
    return "counter-gather";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Choice("sleep", List.of("await", "block")),
        new Parameter.Count("pause", 1_000, 500, 5_000, "ms that each counter sleeps"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Bars("Time for three counters", TIME, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var pause = Duration.ofMillis(with.count("pause"));
    var how = with.choice("sleep");
    try (var loop = ReportingLoop.open(record)) {
      new Counters.Awaiting(loop, Duration.ZERO, text -> {}).run(); // loads the classes
      var began = System.nanoTime();
      if (how.equals("await")) {
        new Counters.Awaiting(loop, pause, text -> record.said(Said.JAVA, text)).run();
      } else {
        new Counters.Blocking(loop, pause, text -> record.said(Said.JAVA, text)).run();
      }
      record.sample(TIME, "s", Said.JAVA, (System.nanoTime() - began) / 1e9);
    }
    record.progress(1, 2);
    var seconds = Double.toString(pause.toMillis() / 1e3);
    var printed = PythonScript.run(Loop.class, "counter_gather.py", record, how, seconds);
    printed.stream().limit(6).forEach(text -> record.said(Said.PYTHON, text));
    printed.stream()
        .skip(6)
        .forEach(s -> record.sample(TIME, "s", Said.PYTHON, Double.parseDouble(s)));
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return new CounterFindings(seen, with.count("pause"))
        .findings(with.choice("sleep").equals("await"));
  }
}
