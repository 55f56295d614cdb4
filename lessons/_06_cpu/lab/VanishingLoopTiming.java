package _06_cpu.lab;

import _06_cpu.Collatz;
import _06_cpu.CountingLoops;
import java.util.List;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// A loop counts down, and nobody uses what it counts: how long does it take, round by round?
public final class VanishingLoopTiming implements Experiment {
  /// A number has some hundred steps, so a hundredth of the turns will do.
  private static final int FEWER = 100;

  @Override
  public String id() {
    return "vanishing-loop";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("rounds", 20, 2, 200, "rounds"),
        new Parameter.Count("turns", 20_000, 1, 1_000_000, "thousand turns in a round"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Lines(
            "A turn of each loop, round by round", VanishingFindings.TIME, "round", true, true));
  }

  @Override
  public void run(Parameters with, Recorder record) {
    var turns = 1_000L * with.count("turns");
    var mix = 0L;
    var steps = 0L;
    for (var round = 1; round <= with.count("rounds"); round++) {
      var began = System.nanoTime();
      CountingLoops.countDown(turns);
      var counted = System.nanoTime();
      var mixed = CountingLoops.mix(turns);
      var mixEnded = System.nanoTime();
      var walked = Collatz.steps(1, turns / FEWER);
      var ended = System.nanoTime();

      sample(VanishingFindings.COUNTDOWN, round, counted - began, turns, record);
      sample("multiply and add, result used", round, mixEnded - counted, turns, record);
      sample("Collatz, result used", round, ended - mixEnded, walked, record);
      ResultCheck.record(round == 1 || mix == mixed && steps == walked, record);
      mix = mixed;
      steps = walked;
    }
  }

  /// A clock may say that no time has passed: a chart with powers of ten has no place for that.
  private static void sample(String loop, int round, long nanos, long turns, Recorder record) {
    record.sample(VanishingFindings.TIME, "ns", loop, round, (double) Math.max(1, nanos) / turns);
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return ResultCheck.claim(VanishingFindings.answer(with.count("rounds"), seen), seen);
  }
}
