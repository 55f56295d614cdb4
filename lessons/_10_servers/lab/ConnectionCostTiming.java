package _10_servers.lab;

import _10_servers.ServerThread;
import java.time.Duration;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;

/// Clients connect, one after the other, and stay. What does each cost: how long does it wait for
/// its first answer, and how much memory does it take?
public final class ConnectionCostTiming implements Experiment {
  @Override
  public String id() {
    return "connection-cost";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("clients", 100, 16, 500, "clients, or as many as are served at once"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 5).within(Duration.ofMinutes(5));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Bars(
            "Time from connecting to the first answer", ConnectionCostFindings.TIME, true),
        new Chart.Bars("Memory of a connection", ConnectionCostFindings.MEMORY, true));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var designs = ConnectionCostFindings.DESIGNS;
    for (var design : designs) {
      if (design.missing().isPresent()) {
        record.note("The design %s was skipped: %s".formatted(design.id(), design.missing().get()));
        continue;
      }
      var clients = design.servedAtOnce(with.count("clients") + 1) - 1;
      try (var server = ServerThread.start(design);
          var meter = new ConnectionMeter(design.id(), server.address(), record)) {
        meter.measure(clients, !ConnectionCostFindings.WORKERS.contains(design));
      }
      record.progress(designs.indexOf(design) + 1L, designs.size() + 1L);
    }
    var python = ForkServer.start(ConnectionCostFindings.FORKS + 1);
    if (python.isEmpty()) {
      record.note("The Python twin was skipped: there is no python3 on this machine.");
      return;
    }
    try (var server = python.get();
        var meter = new ConnectionMeter(ConnectionCostFindings.FORK, server.address(), record)) {
      meter.measure(ConnectionCostFindings.FORKS, true);
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return ConnectionCostFindings.of(seen);
  }
}
