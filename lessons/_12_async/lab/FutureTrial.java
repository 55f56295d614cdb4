package _12_async.lab;

import _12_async.Loop;
import _12_async.SlowOperation;
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

/// A coroutine completes a future twice: what does whoever waits for it get?
public final class FutureTrial implements Experiment {
  private static final String FIRST = "Future is done!";
  private static final String SECOND = "Future is done twice!";

  @Override
  public String id() {
    return "future";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("time", 1_000, 10, 5_000, "ms until it is done"));
  }

  @Override
  public List<Chart> charts() {
    return List.of();
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var time = Duration.ofMillis(with.count("time"));
    try (var loop = ReportingLoop.open(record)) {
      new SlowOperation(loop, text -> record.said(Said.JAVA, text)).run(time);
    } catch (IllegalStateException refused) {
      record.said(Said.JAVA, "the waiting ended with " + refused);
    }
    var seconds = Double.toString(time.toMillis() / 1e3);
    PythonScript.run(Loop.class, "slow_operation.py", record, seconds)
        .forEach(text -> record.said(Said.PYTHON, text));
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var java = Said.by(Said.JAVA, seen);
    var python = Said.by(Said.PYTHON, seen);
    var refused = java.stream().filter(text -> text.contains("already")).findFirst();
    var findings =
        answer(java)
            .claim(
                "The second result is refused.", refused.isPresent(), refused.orElse("it was set"));
    return python.isEmpty()
        ? findings
        : findings.claim(
            "Python's future refuses it, too.",
            python.contains(FIRST) && python.getLast().startsWith("InvalidStateError"),
            String.join(", ", python));
  }

  private static Findings answer(List<String> said) {
    if (said.isEmpty()) {
      return Findings.cannotTell("The future was never done: see the notes.");
    }
    return Findings.answer(
        said.contains(FIRST) || said.contains(SECOND) ? said.getFirst() : "an exception");
  }
}
