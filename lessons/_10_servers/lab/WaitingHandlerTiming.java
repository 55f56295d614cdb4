package _10_servers.lab;

import _10_servers.HandlerType;
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

/// The handler waits 10 ms, in every design.
public final class WaitingHandlerTiming implements Experiment {
  @Override
  public String id() {
    return "waiting-handler";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("connections", 100, 20, 1_000, "connections"),
        new Parameter.Count("time", 300, 50, 2_000, "ms for each design"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 5).within(Duration.ofMinutes(5));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Bars("Answers while each handler waits 10 ms", EchoQuantities.ANSWERS, true));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var time = Duration.ofMillis(with.count("time"));
    HandlerMeasurement.run(HandlerType.WAITING, with.count("connections"), time, record);
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return WaitingHandlerFindings.of(with.count("connections"), seen);
  }
}
