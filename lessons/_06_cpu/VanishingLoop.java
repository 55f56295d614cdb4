package _06_cpu;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;

/// # The loop that is not there
///
/// A loop counts down, and nobody uses what it counts. How long does it take, the first time and
/// the twentieth?
public final class VanishingLoop implements Experiment {
  private static final String TIME = "time for a turn";
  private static final String COUNTDOWN = "countdown, nobody looks";

  /// A start of Collatz has some hundred steps, so a hundredth of the turns will do.
  private static final int FEWER = 100;

  @Override
  public String id() {
    return "vanishing-loop";
  }

  @Override
  public String title() {
    return "The loop that is not there";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        A loop counts from 20 million down to 0, and nobody uses the result. One JVM runs it 20 \
        times. How long does the last time take?\
        """,
        "about as long as the first",
        "a part of it",
        "next to nothing");
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
        new Chart.Lines("A turn of each loop, round by round", TIME, "round", true, true));
  }

  @Override
  public void run(Parameters with, Recorder record) {
    var rounds = with.count("rounds");
    var turns = 1_000L * with.count("turns");
    var mixes = new HashSet<Long>();
    var steps = new HashSet<Long>();
    var first = 0.0;
    var last = 0.0;
    for (var round = 1; round <= rounds; round++) {
      var began = System.nanoTime();
      countDown(turns);
      var counted = System.nanoTime();
      mixes.add(mix(turns));
      var mixed = System.nanoTime();
      var walked = Collatz.steps(1, turns / FEWER);
      var ended = System.nanoTime();

      last = perTurn(counted - began, turns);
      first = round == 1 ? last : first;
      steps.add(walked);
      record.sample(TIME, "ns", COUNTDOWN, round, last);
      record.sample(TIME, "ns", "multiply and add, used", round, perTurn(mixed - counted, turns));
      record.sample(TIME, "ns", "Collatz, used", round, perTurn(ended - mixed, walked));
      record.progress(round, rounds);
    }
    claimOne("Mixing gives the same number each round.", mixes, record);
    claimOne("So do the steps of Collatz.", steps, record);
    record.answer(inWords(last / first));
  }

  /// The course's countdown.
  private static void countDown(long n) {
    while (n > 0) {
      n--;
    }
  }

  /// Multiplies and adds, again and again: a simple random number generator.
  private static long mix(long turns) {
    var mixed = 1L;
    for (var turn = 0L; turn < turns; turn++) {
      mixed = mixed * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
    }
    return mixed;
  }

  /// A clock may say that no time has passed: a chart with powers of ten has no place for that.
  private static double perTurn(long nanos, long turns) {
    return (double) Math.max(1, nanos) / turns;
  }

  private static void claimOne(String says, Set<Long> results, Recorder record) {
    record.claim(says, results.size() == 1, "found " + results);
  }

  private static String inWords(double share) {
    return share > 0.5
        ? "about as long as the first"
        : share > 0.001 ? "a part of it" : "next to nothing";
  }

  @Override
  public String explanation() {
    return """
    The JIT compiler sees that the countdown changes nothing that anybody could notice, and leaves
    it out. What remains is the time to look at the clock. For a turn that is less than light needs
    for a millimetre.

    To use the result is not always enough. The second loop returns a number that is checked. But
    the compiler unrolls it, and many times multiply-and-add is again one multiply-and-add, with
    other constants: it gets far faster than the processor can multiply.

    So a loop that is to stand for work must have a result that is **used**, and that nobody can get
    **without the steps**. For the steps of Collatz there is no formula. The other experiments of
    this lesson compute with them and compare their sums. For figures that matter, use JMH, which
    knows these traps and more.
    """;
  }
}
