package _04_locks.lab;

import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.FORBIDDEN;
import static workbook.Outcome.Expectation.INTERESTING;

import _04_locks.ReleaseOrder;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Outcome.Expectation;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// Two threads take two locks and release them, round after round. Do they get stuck?
public final class ReleaseOrderTrials implements Experiment {
  private static final String ONE_ORDER = "one order";
  private static final String TWO_ORDERS = "two orders";

  @Override
  public String id() {
    return "release-order";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("rounds", 500_000, 1, 1_000_000, "rounds per thread"),
        new Parameter.Count("patience", 200, 50, 5_000, "ms from look to look for a deadlock"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Outcomes("Rounds done, and whether the two got stuck"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    repeat(ONE_ORDER, new ReleaseOrder.Mended(), FORBIDDEN, with, record);
    repeat(TWO_ORDERS, new ReleaseOrder.Broken(), INTERESTING, with, record);
  }

  private static void repeat(
      String how, ReleaseOrder locks, Expectation ofStuck, Parameters with, Recorder record)
      throws Exception {
    var pair = RepeatedPair.of(locks.bodies(), with.count("rounds"), with.count("patience"));
    record.outcome(how, "through", ACCEPTABLE, pair.through(), "rounds");
    record.outcome(how, "stuck", ofStuck, pair.stuck() ? 1 : 0, "each waits for the other");
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var through = seen.count(ONE_ORDER, "through");
    var stuck = seen.count(ONE_ORDER, "stuck");
    return answer(through, stuck)
        .claim(
            "When both take the locks in one order, they never get stuck, however they release"
                + " them.",
            stuck == 0 && through >= 2L * with.count("rounds"),
            "%,d rounds went through; stuck %,d times".formatted(through, stuck));
  }

  private static Findings answer(long through, long stuck) {
    if (through == 0 && stuck == 0) {
      return Findings.cannotTell("No round was done. Run it again.");
    }
    return Findings.answer(stuck == 0 ? "never" : through == 0 ? "every time" : "now and then");
  }
}
