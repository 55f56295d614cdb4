package _13_websockets.lab;

import _13_websockets.TotalOrder;
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

/// Two threads send to a thousand clients at once. Does everybody hear the same?
public final class TotalOrderTrials implements Experiment {
  @Override
  public String id() {
    return "total-order";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("clients", 1_000, 2, 2_000, "clients"),
        new Parameter.Count("messages", 50, 1, 500, "messages of each of the two threads"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.once().within(Duration.ofMinutes(3));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Bars("Different orders that were heard", OrderFindings.ORDERS, true),
        new Chart.Bars("Until everybody had everything", OrderFindings.TIME, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    trial(OrderFindings.UNLOCKED, new TotalOrder.Unlocked(Loopback.anyPort()), with, record);
    trial(OrderFindings.LOCKED, new TotalOrder.Locked(Loopback.anyPort()), with, record);
  }

  private static void trial(String name, TotalOrder program, Parameters with, Recorder record)
      throws Exception {
    var messages = with.count("messages");
    try (var server = program) {
      server.open();
      try (var clients = new Audience(server.address())) {
        clients.join(with.count("clients"));
        Loopback.awaitClients(with.count("clients"), server);
        record.progress(name.equals(OrderFindings.UNLOCKED) ? 1 : 2, 2);
        var start = System.nanoTime();
        TwoSenders.send(server, messages);
        clients.awaitEach(2 * messages);
        record.sample(OrderFindings.TIME, "ms", name, (System.nanoTime() - start) / 1e6);
        OrderFindings.record(name, messages, clients.heard(), record);
      }
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return OrderFindings.of(seen);
  }
}
