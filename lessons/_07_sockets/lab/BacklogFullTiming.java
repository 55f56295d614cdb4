package _07_sockets.lab;

import static _07_sockets.lab.BacklogFullFindings.AFTER_ACCEPT;
import static _07_sockets.lab.BacklogFullFindings.NOBODY_LISTENS;

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
  private static final int BUSY = 10_000; // may take so many ms where there is room

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
    var backlog = with.count("backlog");
    try (var server = new FullBacklog(backlog)) {
      var connected = 0;
      for (; connected <= 2 * backlog; connected++) {
        var patience = connected <= backlog ? BUSY : with.count("patience");
        if (!connect("client " + (connected + 1), server, patience, record).equals("connected")) {
          break;
        }
      }
      BacklogFullFindings.connected(connected, record);
      server.accept();
      record.fact(AFTER_ACCEPT, connect(AFTER_ACCEPT, server, BUSY, record));
      server.stopListening();
      record.fact(NOBODY_LISTENS, server.connect(BUSY));
    }
  }

  private static String connect(String name, FullBacklog server, int patience, Recorder record)
      throws IOException {
    var start = System.nanoTime();
    var ending = server.connect(patience);
    record.sample(TIME, "ms", name, (System.nanoTime() - start) / 1e6);
    BacklogFullFindings.ended(ending, record);
    return ending;
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return BacklogFullFindings.of(with.count("backlog"), seen);
  }
}
