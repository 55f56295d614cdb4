package _10_servers.lab;

import _10_servers.Design;
import _10_servers.HandlerType;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;

/// The handler computes for about a millisecond, in every design.
public final class ComputingHandlerTiming implements Experiment {
  @Override
  public String id() {
    return "computing-handler";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("connections", 100, 2, 1_000, "connections"),
        new Parameter.Count("time", 300, 50, 2_000, "ms for each design"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 5).within(Duration.ofMinutes(5));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Bars("Answers while each handler computes", EchoQuantities.ANSWERS, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var time = Duration.ofMillis(with.count("time"));
    HandlerMeasurement.run(HandlerType.COMPUTING, with.count("connections"), time, record);
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return HandlerMeasurement.claims(answer(seen), with.count("connections"), seen);
  }

  private static Findings answer(Observations seen) {
    var one = seen.samples(EchoQuantities.ANSWERS, Design.SELECTOR.id());
    var many = seen.samples(EchoQuantities.ANSWERS, Design.VIRTUAL.id());
    if (Math.min(EchoQuantities.median(one), EchoQuantities.median(many)) == 0) {
      return EchoQuantities.nothingAnswered();
    }
    if (Math.max(EchoQuantities.spread(one.get()), EchoQuantities.spread(many.get())) > 1.5) {
      return Findings.cannotTell(
          "The answers per second differ too much from one repeat to the next: see the quartiles in"
              + " the table. Run it again when no other program is busy.");
    }
    var factor = many.get().median() / one.get().median();
    return Findings.answer(String.format(Locale.ROOT, "%.1f", factor));
  }
}
