package _10_servers.lab;

import _10_servers.Design;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import workbook.Chart;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;
import workbook.ServerExperiment;

/// The same clients ask an echo server of each design: how many answers a second, and how long does
/// one wait?
public final class EchoTiming implements ServerExperiment {
  @Override
  public String id() {
    return "echo";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("connections", 1_000, 1, 5_000, "connections, in steps from 1"),
        new Parameter.Count("time", 100, 50, 2_000, "ms for each measurement"),
        new Parameter.Count(
            "rate", 2_000, 100, 10_000, "messages a second while waits are measured"),
        new Parameter.Toggle("processes", false));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 5).within(Duration.ofMinutes(5));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        lines("How many clients get an answer", EchoQuantities.SERVED),
        lines("Answers a second when all ask as fast as they can", EchoQuantities.ANSWERS),
        lines("Half of the messages wait no longer than this", EchoQuantities.MEDIAN),
        lines("One message in a hundred waits longer than this", EchoQuantities.TAIL));
  }

  private static Chart lines(String title, String quantity) {
    return new Chart.Lines(title, quantity, EchoQuantities.OVER, true, true);
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var time = Duration.ofMillis(with.count("time"));
    var steps = EchoQuantities.steps(with.count("connections"));
    var designs = EchoQuantities.designs(with.on("processes"), record);
    for (var connections : steps) {
      for (var design : designs) {
        EchoMeasurement.of(design, connections, time, with.count("rate"), record);
      }
      record.progress(steps.indexOf(connections) + 1, steps.size());
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return new EchoFindings(seen, EchoQuantities.steps(with.count("connections"))).findings();
  }

  @Override
  public List<Parameter> serverParameters() {
    return List.of(new Parameter.Choice("design", Design.ids()));
  }

  @Override
  public Service open(Parameters with, InetSocketAddress at) throws IOException {
    return Design.of(with.choice("design")).open(at);
  }
}
