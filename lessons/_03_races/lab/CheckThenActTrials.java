package _03_races.lab;

import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.FORBIDDEN;
import static workbook.Outcome.Expectation.INTERESTING;

import _03_races.LastTicket;
import java.util.List;
import java.util.function.Supplier;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Outcome.Expectation;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// Two buyers come for the last ticket, again and again: how often do both get it?
public final class CheckThenActTrials implements Experiment {
  private static final String BROKEN = "two calls";
  private static final String MENDED = "one lock";
  private static final String TWICE = "sold twice";

  @Override
  public String id() {
    return "check-then-act";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("trials", 100_000, 100, 1_000_000, "trials"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Outcomes("What became of the last ticket"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    sell(BROKEN, LastTicket.Broken::new, INTERESTING, with, record);
    sell(MENDED, LastTicket.Mended::new, FORBIDDEN, with, record);
  }

  private static void sell(
      String program,
      Supplier<LastTicket> fresh,
      Expectation twice,
      Parameters with,
      Recorder record)
      throws Exception {
    var trials = PairedTrial.run(with.count("trials"), fresh, LastTicket::buy);
    var both = trials.stream().filter(trial -> trial.left() && trial.right()).count();
    var nobody = trials.stream().filter(trial -> !trial.left() && !trial.right()).count();
    var one = trials.size() - both - nobody;
    record.outcome(program, "sold once", ACCEPTABLE, one, "one buyer got it");
    record.outcome(program, TWICE, twice, both, "both buyers found it there");
    record.outcome(program, "never sold", FORBIDDEN, nobody, "nobody got it");
    PairedTrial.recordMeetings(program, trials, record);
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var broken = OutcomeCounts.of(BROKEN, seen);
    var mended = OutcomeCounts.of(MENDED, seen);
    return answer(broken, seen)
        .claim("Under one lock, one buyer gets it.", mended.nothingForbidden(), mended.evidence())
        .claim("Without a lock, somebody gets it.", broken.nothingForbidden(), broken.evidence());
  }

  private static Findings answer(OutcomeCounts broken, Observations seen) {
    var twice = broken.of(TWICE);
    if (twice == 0) {
      return PairedTrial.absent("never", BROKEN, seen);
    }
    return Findings.answer(twice < broken.trials() ? "sometimes" : "every time");
  }
}
