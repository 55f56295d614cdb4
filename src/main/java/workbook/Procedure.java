package workbook;

import java.time.Duration;

/// How the runner conducts an experiment.
///
/// @param freshJvm whether to start a new JVM for the run. Timing needs one, because what the JIT
///   compiler learned earlier changes the figures. It also lets the runner end threads that ignore
///   interruption, by ending their process
/// @param warmups how many runs go before the first that counts; nothing of them is kept
/// @param repeats how many runs count; their samples add up
/// @param limit the time for all of it; the run is stopped when it is reached
public record Procedure(boolean freshJvm, int warmups, int repeats, Duration limit) {
  private static final Duration USUAL_LIMIT = Duration.ofSeconds(60);

  public Procedure {
    if (warmups < 0 || repeats < 1 || !limit.isPositive()) {
      throw new IllegalArgumentException("warm-ups from 0, repeats from 1, a limit above zero");
    }
  }

  /// One run in a fresh JVM, one minute at most.
  public static Procedure once() {
    return new Procedure(true, 0, 1, USUAL_LIMIT);
  }

  /// Warm-up runs, then repeats, all in one fresh JVM, one minute at most.
  public static Procedure timed(int warmups, int repeats) {
    return new Procedure(true, warmups, repeats, USUAL_LIMIT);
  }

  public Procedure within(Duration limit) {
    return new Procedure(freshJvm, warmups, repeats, limit);
  }

  public Procedure repeated(int repeats) {
    return new Procedure(freshJvm, warmups, repeats, limit);
  }

  public Procedure inThisJvm() {
    return new Procedure(false, warmups, repeats, limit);
  }
}
