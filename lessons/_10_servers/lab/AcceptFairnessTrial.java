package _10_servers.lab;

import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// Clients come one after the other to a server of three worker processes. Which worker gets how
/// many?
public final class AcceptFairnessTrial implements Experiment {
  @Override
  public String id() {
    return "accept-fairness";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("clients", 300, 30, 3_000, "clients"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Bars("How many clients each worker got", AcceptFairnessFindings.CLIENTS, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    for (var design : AcceptFairnessFindings.DESIGNS) {
      if (design.missing().isPresent()) {
        record.note("The design %s was skipped: %s".formatted(design.id(), design.missing().get()));
        continue;
      }
      try (var server = new ReadyWorkers(design)) {
        var clients = new int[ReadyWorkers.COUNT];
        for (var n = 0; n < with.count("clients"); n++) {
          try (var client = new AskingClient(server.address())) {
            client.ask();
            clients[server.workers.indexOf(client.answer())]++;
          }
        }
        for (var worker = 0; worker < clients.length; worker++) {
          var name = AcceptFairnessFindings.name(design, worker + 1);
          record.sample(AcceptFairnessFindings.CLIENTS, "clients", name, clients[worker]);
        }
      }
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return new AcceptFairnessFindings(seen, with.count("clients")).findings();
  }
}
