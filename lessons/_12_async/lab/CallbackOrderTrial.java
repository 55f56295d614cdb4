package _12_async.lab;

import _12_async.CallbackOrder;
import _12_async.Loop;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameters;
import workbook.Recorder;
import workbook.process.PythonScript;

/// Five callbacks on one loop, in Java and in Python: in what order are they called?
public final class CallbackOrderTrial implements Experiment {
  private static final List<String> ANSWERS =
      List.of(
          "later A B thread C", "A thread C B later", "A B thread C later", "A B later thread C");

  @Override
  public String id() {
    return "callback-order";
  }

  @Override
  public List<Chart> charts() {
    return List.of();
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    try (var loop = ReportingLoop.open(record)) {
      new CallbackOrder(loop, text -> record.said(Said.JAVA, text)).run();
    }
    PythonScript.run(Loop.class, "callback_order.py", record)
        .forEach(text -> record.said(Said.PYTHON, text));
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var java = String.join(" ", Said.by(Said.JAVA, seen));
    var python = String.join(" ", Said.by(Said.PYTHON, seen));
    var findings =
        ANSWERS.contains(java)
            ? Findings.answer(java)
            : Findings.cannotTell("Not all five were called: see the transcript.");
    return python.isEmpty()
        ? findings
        : findings.claim(
            "Python's loop calls them in the same order.", python.equals(java), python);
  }
}
