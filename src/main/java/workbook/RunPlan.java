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
public record RunPlan(boolean freshJvm, int warmups, int repeats, Duration limit) {
  private static final Duration USUAL_LIMIT = Duration.ofSeconds(60);

  public RunPlan {
    if (warmups < 0 || repeats < 1 || !limit.isPositive()) {
      throw new IllegalArgumentException("warm-ups from 0, repeats from 1, a limit above zero");
    }
  }

  /// One run in a fresh JVM, one minute at most.
  public static RunPlan once() {
    return new RunPlan(true, 0, 1, USUAL_LIMIT);
  }

  /// Warm-up runs, then repeats, all in one fresh JVM, one minute at most.
  public static RunPlan timed(int warmups, int repeats) {
    return new RunPlan(true, warmups, repeats, USUAL_LIMIT);
  }

  public RunPlan within(Duration limit) {
    return new RunPlan(freshJvm, warmups, repeats, limit);
  }

  public RunPlan repeated(int repeats) {
    return new RunPlan(freshJvm, warmups, repeats, limit);
  }

  public RunPlan inThisJvm() {
    return new RunPlan(false, warmups, repeats, limit);
  }
}
