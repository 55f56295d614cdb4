package workbook;

/// Measures how long one round of a loop takes.
///
/// Three things make such a figure honest, and only the last is done here. The experiment's
/// [RunPlan] runs warm-ups first, so that the loop measured is compiled code. It repeats, so that
/// the median can be told from luck. And the loop's result is used, so that the compiler cannot
/// leave the work out.
public final class Timing {
  /// A loop to measure. Written as a loop, not as one round of it: a call for each round would be
  /// measured, too.
  @FunctionalInterface
  public interface Loop {
    /// Goes round so many times.
    ///
    /// @return a value that depends on every round, for example the counter at the end
    long run(int rounds);
  }

  /// Where results go. A volatile write cannot be left out, nor what it depends on.
  private static volatile long lastResult;

  private Timing() {}

  /// Runs the loop once on the calling thread.
  ///
  /// @param rounds from 1; enough that all of them take a millisecond or more
  /// @return nanoseconds a round
  public static double nanosPerRound(int rounds, Loop loop) {
    if (rounds < 1) {
      throw new IllegalArgumentException("at least one round, not " + rounds);
    }
    var start = System.nanoTime();
    lastResult = loop.run(rounds);
    var end = System.nanoTime();
    return (double) (end - start) / rounds;
  }

  /// The result of the loop measured last.
  public static long lastResult() {
    return lastResult;
  }
}
