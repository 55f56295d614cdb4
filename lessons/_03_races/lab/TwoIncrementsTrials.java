package _03_races.lab;

import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.FORBIDDEN;
import static workbook.Outcome.Expectation.INTERESTING;

import _03_races.TwoIncrements;
import java.util.List;
import java.util.function.Supplier;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// Two threads increment the same zero, again and again: which pairs of numbers do they get?
public final class TwoIncrementsTrials implements Experiment {
  private static final String LEFT_FIRST = "(1, 2)";
  private static final String RIGHT_FIRST = "(2, 1)";
  private static final String ONES = "(1, 1)";
  private static final String TWOS = "(2, 2)";

  @Override
  public String id() {
    return "two-increments";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Choice("counter", "plain", "volatile", "atomic"),
        new Parameter.Count("trials", 100_000, 100, 1_000_000, "trials"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Outcomes("What the two threads got"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    Supplier<TwoIncrements> fresh =
        switch (with.choice("counter")) {
          case "volatile" -> TwoIncrements.Volatile::new;
          case "atomic" -> TwoIncrements.Atomic::new;
          default -> TwoIncrements.Plain::new;
        };
    var trials = PairedTrial.run(with.count("trials"), fresh, TwoIncrements::increment);
    PairedTrial.recordMeetings("both threads", trials, record);
    var ofOnes = with.choice("counter").equals("atomic") ? FORBIDDEN : INTERESTING;
    record.outcome(LEFT_FIRST, ACCEPTABLE, count(1, 2, trials), "left first");
    record.outcome(RIGHT_FIRST, ACCEPTABLE, count(2, 1, trials), "right first");
    record.outcome(ONES, ofOnes, count(1, 1, trials), "both read 0: one update is lost");
    record.outcome(TWOS, FORBIDDEN, count(2, 2, trials), "both read a 1 that nobody had written");
  }

  private static long count(int left, int right, List<PairedTrial<TwoIncrements, Integer>> in) {
    return in.stream().filter(one -> one.left() == left && one.right() == right).count();
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var counts = OutcomeCounts.of("", seen);
    return answer(counts, seen)
        .claim("No forbidden pair turns up.", counts.nothingForbidden(), counts.evidence());
  }

  private static Findings answer(OutcomeCounts counts, Observations seen) {
    if (counts.of(TWOS) + counts.of(ONES) > 0) {
      return Findings.answer(
          counts.of(TWOS) > 0 ? "all four, with (2, 2)" : "(1, 2), (2, 1) and (1, 1)");
    }
    var both = counts.of(RIGHT_FIRST) > 0;
    return PairedTrial.absent(both ? "(1, 2) and (2, 1)" : "only (1, 2)", "both threads", seen);
  }
}
