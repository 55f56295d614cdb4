package _13_websockets.lab;

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

/// The same messages for the same clients: polled, long-polled and pushed.
public final class PollOrPushTiming implements Experiment {
  @Override
  public String id() {
    return "poll-or-push";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("clients", 50, 1, 200, "clients"),
        new Parameter.Count("interval", 100, 10, 5_000, "ms between two polls of a client"),
        new Parameter.Count("messages", 5, 1, 100, "messages"),
        new Parameter.Count("gap", 230, 20, 5_000, "ms between two messages"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 5).within(Duration.ofMinutes(5));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Bars("Bytes on the wire", PollOrPushFindings.BYTES, true),
        new Chart.Bars("Requests", PollOrPushFindings.REQUESTS, false),
        new Chart.Bars("From publishing to arrival", PollOrPushFindings.DELAY, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var interval = Duration.ofMillis(with.count("interval"));
    var gap = Duration.ofMillis(with.count("gap"));
    for (var transport : Transport.values()) {
      var seen =
          Delivery.measure(transport, with.count("clients"), interval, with.count("messages"), gap);
      record.sample(PollOrPushFindings.REQUESTS, "requests", transport.says(), seen.requests());
      record.sample(PollOrPushFindings.BYTES, "bytes", transport.says(), seen.bytes());
      if (transport == Transport.POLLING) {
        record.sample(PollOrPushFindings.POLL, "bytes", transport.says(), seen.perRequest());
      }
      record.sample(PollOrPushFindings.DELAY, "ms", transport.says(), seen.medianDelay());
      record.sample(PollOrPushFindings.WRONG, "clients", transport.says(), seen.wrong());
      record.progress(transport.ordinal() + 1, Transport.values().length);
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return PollOrPushFindings.of(with.count("clients") * with.count("messages"), seen);
  }
}
