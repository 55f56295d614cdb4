package _10_servers.lab;

import _10_servers.Design;
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
    var selector = HandlerMeasurement.answers(Design.SELECTOR, seen);
    var pool = HandlerMeasurement.answers(Design.POOL, seen);
    var threads = HandlerMeasurement.answers(Design.THREAD, seen);
    var findings = HandlerMeasurement.claims(answer(selector), with.count("connections"), seen);
    return findings
        .claim(
            "With the selector, one handler waits at a time.",
            selector > 0 && selector <= 100,
            "%,.0f answers a second".formatted(selector))
        .claim(
            "In the pool, no more than 16 handlers wait at a time.",
            pool > 0 && pool <= 1_600,
            "%,.0f answers a second".formatted(pool))
        .claim(
            "With a thread for each connection, several handlers wait at a time.",
            threads > 100,
            "%,.0f answers a second".formatted(threads));
  }

  private static Findings answer(double selector) {
    if (selector == 0) {
      return Findings.cannotTell("Nothing was answered. Run it again when the machine is quiet.");
    }
    var several = selector < 4_000 ? "about 1,600" : "about 10,000";
    return Findings.answer(selector < 400 ? "about 100" : several);
  }
}
