package _10_servers.lab;

import _10_servers.Design;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// One of three worker processes is stopped by a signal. Which clients hear nothing?
public final class FrozenWorkerTrial implements Experiment {
  /// Where everybody should be answered, nobody is given up because the machine is busy.
  private static final int LONG_MS = 60_000;

  @Override
  public String id() {
    return "frozen-worker";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("clients", 90, 30, 500, "clients"),
        new Parameter.Count("patience", 1_000, 500, 5_000, "ms to wait for one more answer"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Bars(
            "Clients without an answer while a worker is frozen",
            FrozenWorkerFindings.MUTE,
            false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    for (var design : AcceptFairnessFindings.DESIGNS) {
      if (design.missing().isPresent() || FrozenProcess.missing().isPresent()) {
        var why = design.missing().or(FrozenProcess::missing).get();
        record.note("The design %s was skipped: %s".formatted(design.id(), why));
      } else {
        try (var server = new ReadyWorkers(design);
            var clients = new AskingClients()) {
          freezeAndAsk(server, clients, with, design, record);
        }
      }
    }
  }

  private static void freezeAndAsk(
      ReadyWorkers server, AskingClients clients, Parameters with, Design design, Recorder record)
      throws Exception {
    var worker = server.workers.getFirst();
    List<AskingClient> mute;
    try (var _ = new FrozenProcess(worker)) {
      clients.ask(with.count("clients"), server.address());
      mute = clients.awaitNoMore(design == Design.PREFORK ? LONG_MS : with.count("patience"));
    }
    var answers = clients.takeAnswers();
    var queued = mute.stream().filter(client -> worker.equals(answers.get(client))).count();
    record.sample(FrozenWorkerFindings.MUTE, "clients", design.id(), mute.size());
    record.sample(FrozenWorkerFindings.QUEUED, "clients", design.id(), queued);
    record.sample(FrozenWorkerFindings.ENDED, "clients", design.id(), answers.size());
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return new FrozenWorkerFindings(seen, with.count("clients")).findings();
  }
}
