package _13_websockets.lab;

import _13_websockets.HeartbeatServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;

/// The cable between a client and its server is unplugged. Who notices, with a heartbeat and
/// without?
public final class HalfOpenTrial implements Experiment {
  @Override
  public String id() {
    return "half-open";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("patience", 1_000, 100, 20_000, "ms to see who notices by itself"),
        new Parameter.Count("limit", 1_000, 1_000, 10_000, "ms that a client may be silent"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(0, 5);
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Bars("From silence to the end", HalfOpenFindings.TIME, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var limit = Duration.ofMillis(with.count("limit"));
    try (var server = new HeartbeatServer(Loopback.anyPort(), limit)) {
      server.open();
      UnpluggedCable.withoutHeartbeat(server, Duration.ofMillis(with.count("patience")), record);
    }
    try (var server = new ObservedHeartbeat(Loopback.anyPort(), limit);
        var heart = Executors.newSingleThreadScheduledExecutor()) {
      server.open();
      heart.scheduleAtFixedRate(server::beat, 0, limit.toMillis() / 5, TimeUnit.MILLISECONDS);
      UnpluggedCable.withHeartbeat(server, record);
      heart.shutdownNow();
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return HalfOpenFindings.of(with.count("limit"), seen);
  }
}
