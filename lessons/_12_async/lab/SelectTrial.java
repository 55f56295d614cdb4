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
  private static final int LONG = 10_000; // ms; a selector hears each at once

  @Override
  public String id() {
    return "select";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count(
            "patience", 500, 10, 5_000, "ms before the next speaks to one that listens in turn"));
  }

  @Override
  public List<Chart> charts() {
    return List.of();
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var patience = with.count("patience");
    try (var clients = new PipeClients(LONG, number -> record.said(SELECTING, number))) {
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
    var inTurn = Said.by(IN_TURN, seen);
    var python = Said.by(Said.PYTHON, seen);
    var findings =
        answer(seen)
            .claim(
                "Without a selector, the thread hears them in its own order.",
                Said.eachTime(List.of("1", "2", "3"), IN_TURN, seen),
                "heard: " + inTurn);
    return python.isEmpty()
        ? findings
        : findings.claim(
            "Python's select hears them as they speak.",
            Said.eachTime(List.of("3", "1", "2"), Said.PYTHON, seen),
            "heard: " + python);
  }

  private static Findings answer(Observations seen) {
    for (var order : List.of("3, 1, 2", "1, 2, 3")) {
      if (Said.eachTime(List.of(order.split(", ")), SELECTING, seen)) {
        return Findings.answer(order);
      }
    }
    return Said.eachTime(List.of("3"), SELECTING, seen)
        ? Findings.answer("only 3")
        : Findings.cannotTell(
            "They were heard in another order, or not at all: " + Said.by(SELECTING, seen));
  }
}
