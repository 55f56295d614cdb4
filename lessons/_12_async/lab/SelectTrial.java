package _12_async.lab;

import _12_async.Loop;
import _12_async.ThreeClients;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.process.PythonScript;

/// Three clients speak in the order 3, 1, 2. In what order does one thread hear them?
public final class SelectTrial implements Experiment {
  static final String SELECTING = "with a selector";
  static final String IN_TURN = "one after another";

  @Override
  public String id() {
    return "select";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("patience", 500, 10, 5_000, "ms before the next speaks anyway"));
  }

  @Override
  public List<Chart> charts() {
    return List.of();
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var patience = with.count("patience");
    try (var clients = new PipeClients(patience, number -> record.said(SELECTING, number))) {
      clients.speakTo(ThreeClients::listenWithSelector);
    }
    try (var clients = new PipeClients(patience, number -> record.said(IN_TURN, number))) {
      clients.speakTo(ThreeClients::listenInTurn);
    }
    PythonScript.run(Loop.class, "select_clients.py", record)
        .forEach(text -> record.said(Said.PYTHON, text));
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var selecting = String.join(", ", Said.by(SELECTING, seen));
    var inTurn = String.join(", ", Said.by(IN_TURN, seen));
    var python = String.join(", ", Said.by(Said.PYTHON, seen));
    var findings =
        answer(selecting)
            .claim(
                "Without a selector, the thread hears them in its own order.",
                inTurn.equals("1, 2, 3"),
                inTurn.isEmpty() ? "nobody was heard" : inTurn);
    return python.isEmpty()
        ? findings
        : findings.claim(
            "Python's select hears them as they speak.", python.equals("3, 1, 2"), python);
  }

  private static Findings answer(String order) {
    return switch (order) {
      case "3, 1, 2", "1, 2, 3", "3" -> Findings.answer(order.equals("3") ? "only 3" : order);
      default -> Findings.cannotTell("They were heard in another order, or not at all: " + order);
    };
  }
}
