package _07_sockets.lab;

import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.INTERESTING;

import _07_sockets.FullBacklog;
import java.io.IOException;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;

/// Clients connect one after the other until one doesn't get through.
public final class BacklogFullTiming implements Experiment {
  private static final String TIME = "time of connect()";

  @Override
  public String id() {
    return "backlog-full";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("backlog", 3, 1, 20, "connections kept for accept()"),
        new Parameter.Count("patience", 200, 100, 900, "ms until a client gives up"));
  }

  /// Once for practice: the first connection of a JVM waits for classes to be loaded.
  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 1);
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Bars("How long each call of connect() took", TIME, true),
        new Chart.Outcomes("How connect() ended"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var patience = with.count("patience");
    try (var server = new FullBacklog(with.count("backlog"))) {
      var connected = 0;
      while (connected <= 2 * with.count("backlog")
          && connect("client " + (connected + 1), server, patience, record).equals("connected")) {
        connected++;
      }
      BacklogFullFindings.connected(connected, record);
      server.accept();
      var after = connect(BacklogFullFindings.AFTER_ACCEPT, server, patience, record);
      record.fact(BacklogFullFindings.AFTER_ACCEPT, after);
      server.stopListening();
      record.fact(BacklogFullFindings.NOBODY_LISTENS, server.connect(patience));
    }
    record.fact(BacklogFullFindings.SYSTEM, System.getProperty("os.name"));
  }

  private static String connect(String name, FullBacklog server, int patience, Recorder record)
      throws IOException {
    var start = System.nanoTime();
    var ending = server.connect(patience);
    record.sample(TIME, "ms", name, (System.nanoTime() - start) / 1e6);
    var expected = ending.equals("connected") ? ACCEPTABLE : INTERESTING;
    record.outcome(ending, expected, 1, BacklogFullFindings.MEANING.getOrDefault(ending, ""));
    return ending;
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return BacklogFullFindings.of(with.count("backlog"), seen);
  }
}
