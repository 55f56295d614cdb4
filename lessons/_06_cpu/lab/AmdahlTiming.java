package _06_cpu.lab;

import _06_cpu.Collatz;
import _06_cpu.PartlyAlone;
import _06_cpu.Share;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;

/// A part of the work is done by one thread, before others begin: how much does the rest help?
public final class AmdahlTiming implements Experiment {
  static final String SPEED_UP = "speed-up";
  static final String MEASURED = "measured";

  private static final int QUARTERS = 4;

  @Override
  public String id() {
    return "amdahl";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("workers", 2, 2, 64, "threads for the part that can be shared"),
        new Parameter.Count("numbers", 500, 1, 20_000, "thousand numbers"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 5);
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Lines(
            "Speed-up, when one thread begins alone", SPEED_UP, "done alone (%)", false, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var workers = with.count("workers");
    var numbers = 1_000L * with.count("numbers");
    var shares = Share.deal(numbers, QUARTERS * workers);
    var expected = Collatz.steps(1, numbers);
    var everythingAlone = 0.0;
    for (var quarters = QUARTERS; quarters >= 0; quarters--) {
      var alone = quarters * workers;
      var measured = Measurement.of(() -> PartlyAlone.sum(shares, alone, workers));
      everythingAlone = quarters == QUARTERS ? measured.seconds() : everythingAlone;

      var serial = (double) quarters / QUARTERS;
      var law = 1 / (serial + (1 - serial) / workers);
      var speedUp = everythingAlone / measured.seconds();
      record.sample(SPEED_UP, "times", MEASURED, 100 * serial, speedUp);
      record.sample(SPEED_UP, "times", "Amdahl's law", 100 * serial, law);
      ResultCheck.record(measured.result() == expected, record);
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return ResultCheck.claim(AmdahlFindings.answer(with.count("workers"), seen), seen);
  }
}
