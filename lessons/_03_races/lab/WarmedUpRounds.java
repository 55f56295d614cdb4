package _03_races.lab;

import _03_races.Counting;
import _03_races.UnguardedCounting;
import java.util.List;
import java.util.function.Supplier;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// Two threads add to a fresh number, round after round in one young JVM.
public final class WarmedUpRounds implements Experiment {
  static final String LOST = "lost updates";
  static final String PLAIN = "count++";
  private static final String COST = "time per increment";

  @Override
  public String id() {
    return "warmed-up";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("rounds", 2_047, 20, 16_383, "rounds"),
        new Parameter.Count("increments", 20_000, 100, 1_000_000, "increments per thread"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Lines("Updates lost while the JVM warms up", LOST, "from round", true, false),
        new Chart.Lines("What an increment costs its thread", COST, "from round", true, true),
        new Chart.Outcomes("What a round of count++ lost, once warmed up"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    race(PLAIN, UnguardedCounting.Plain::new, with, record);
    record.progress(1, 2);
    race("read, pause, write", UnguardedCounting.Pausing::new, with, record);
  }

  private static void race(String name, Supplier<Counting> fresh, Parameters with, Recorder record)
      throws Exception {
    var rounds = with.count("rounds");
    var increments = with.count("increments");
    var asked = 2.0 * increments;
    var trials = PairedTrial.run(rounds, fresh, shared -> nanos(shared, increments));
    PairedTrial.recordMeetings(name, trials, record);
    var round = 0;
    for (var trial : trials) {
      var lost = 100 * (asked - trial.shared().total()) / asked;
      var from = Integer.highestOneBit(++round); // rounds 1, 2-3, 4-7, 8-15, …
      record.sample(LOST, "%", name, from, lost);
      record.sample(COST, "ns", name, from, (trial.left() + trial.right()) / asked);
      if (name.equals(PLAIN) && round > rounds / 4) {
        WarmedUpFindings.record(lost, record);
      }
    }
  }

  private static long nanos(Counting shared, int increments) {
    var began = System.nanoTime();
    shared.add(increments);
    return System.nanoTime() - began;
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return WarmedUpFindings.of(seen);
  }
}
