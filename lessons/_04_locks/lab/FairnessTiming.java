package _04_locks.lab;

import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.FORBIDDEN;
import static workbook.Outcome.Expectation.INTERESTING;

import _04_locks.Barging;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Outcome.Expectation;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;

/// A fair and an unfair lock: who is next, and how fast does the lock go round?
public final class FairnessTiming implements Experiment {
  private static final String TURNS = "turns";
  private static final String IN_A_ROW = "turns in a row";

  @Override
  public String id() {
    return "fair-or-fast";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("threads", 4, 2, 64, "threads"),
        new Parameter.Count("time", 100, 1, 5_000, "ms for each lock"),
        new Parameter.Count("trials", 20, 1, 1_000, "trials of who gets it next"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 5);
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Outcomes("The owner wants it again: who gets it next?"),
        new Chart.Bars("How often the lock is taken", TURNS, true),
        new Chart.Bars("How often one thread has it in a row", IN_A_ROW, true));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    measure("fair", true, FORBIDDEN, with, record);
    measure("unfair", false, INTERESTING, with, record);
  }

  private static void measure(
      String name, boolean fair, Expectation ofOvertaking, Parameters with, Recorder record)
      throws Exception {
    for (var trial = 0; trial < with.count("trials"); trial++) {
      var owner = new Barging(fair).next().equals(Barging.OWNER);
      record.outcome(name, Barging.WAITER, ACCEPTABLE, owner ? 0 : 1, "has waited longest");
      record.outcome(name, Barging.OWNER, ofOvertaking, owner ? 1 : 0, "overtakes the other");
    }
    var turns = new Turns(fair, with.count("threads"), with.count("time"));
    record.sample(TURNS, "per s", name, turns.perSecond());
    record.sample(IN_A_ROW, "turns", name, turns.inARow());
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return FairnessFindings.of(seen);
  }
}
