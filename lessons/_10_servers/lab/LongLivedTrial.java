package _10_servers.lab;

import _10_servers.ServerThread;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import workbook.Await;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;

/// Clients connect, say hello and stay. How many of them does each design serve?
public final class LongLivedTrial implements Experiment {
  @Override
  public String id() {
    return "long-lived";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("clients", 100, 1, 4_000, "clients"),
        new Parameter.Count("patience", 200, 1, 5_000, "ms to wait for one more answer"),
        new Parameter.Toggle("processes", true));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.once().within(Duration.ofMinutes(5));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Bars(
            "How many are served while all of them stay", LongLivedFindings.SERVED, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var designs = EchoQuantities.designs(with.on("processes"), record);
    for (var design : designs) {
      try (var server = ServerThread.start(design);
          var clients = new StayingClients(with.count("clients"), server.address(), record)) {
        awaitAnswers(design.servedAtOnce(clients.sockets.size()), clients, record);
        TimeUnit.MILLISECONDS.sleep(with.count("patience")); // for who should not be answered
        record.sample(LongLivedFindings.CONNECTED, "clients", design.id(), clients.sockets.size());
        record.sample(LongLivedFindings.SERVED, "clients", design.id(), clients.answered());
        record.sample(LongLivedFindings.ENDED, "clients", design.id(), clients.leaveOneByOne());
      }
      record.progress(designs.indexOf(design) + 1, designs.size());
    }
  }

  /// Waits as long as one more is answered now and then.
  private static void awaitAnswers(int expected, StayingClients clients, Recorder record)
      throws InterruptedException {
    for (var before = -1; before < clients.answered() && clients.answered() < expected; ) {
      before = clients.answered();
      try {
        Await.until(expected + " are answered", () -> clients.answered() >= expected);
      } catch (TimeoutException fewer) {
        record.note(fewer.getMessage());
      }
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return LongLivedFindings.of(seen);
  }
}
