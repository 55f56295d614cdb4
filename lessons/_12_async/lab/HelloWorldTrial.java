package _12_async.lab;

import _12_async.HelloWorld;
import _12_async.Loop;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.process.PythonScript;

/// Two forms of an endless greeting on one loop: how often does each greet before it is cancelled?
public final class HelloWorldTrial implements Experiment {
  private static final List<String> ANSWERS = List.of("3 times", "4 times", "7 times");
  private static final double PERIODS = 3.5; // cancelled in the middle between two greetings

  @Override
  public String id() {
    return "hello-world";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("period", 1_000, 20, 5_000, "ms between two greetings"));
  }

  @Override
  public List<Chart> charts() {
    return List.of();
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var period = Duration.ofMillis(with.count("period"));
    var time = Duration.ofMillis((long) (PERIODS * period.toMillis()));
    try (var loop = ReportingLoop.open(record)) {
      new HelloWorld(loop, period, text -> record.said(Said.JAVA, text)).run(time);
    }
    record.progress(1, 2);
    var script = List.of(seconds(period), seconds(time)).toArray(String[]::new);
    PythonScript.run(Loop.class, "hello_world.py", record, script)
        .forEach(text -> record.said(Said.PYTHON, text));
  }

  private static String seconds(Duration time) {
    return Double.toString(time.toMillis() / 1e3);
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var java = Said.by(Said.JAVA, seen);
    var python = Said.by(Said.PYTHON, seen);
    var findings =
        answer(Collections.frequency(java, "new form") + " times")
            .claim(
                "The new form speaks each time right after the old one.",
                Said.rightAfter("old form", "new form", java),
                Said.list(java));
    return python.isEmpty()
        ? findings
        : findings.claim(
            "So it does in Python.",
            Said.rightAfter("old form", "new form", python),
            Said.list(python));
  }

  private static Findings answer(String greetings) {
    return ANSWERS.contains(greetings)
        ? Findings.answer(greetings)
        : Findings.cannotTell("It was cancelled too early or too late: is the machine very busy?");
  }
}
