package workbook.explore;

import java.time.Duration;

/// How far an exploration goes.
///
/// @param preemptions the preemption bound: how often in one run a thread may be stopped that could
///   go on; an early time-out, a spurious wake-up and a stale read count as one, too; 0 to 10
/// @param schedules runs before the search turns to sampling; at least 1
/// @param steps of all threads in all runs before it does so, twenty rounds of loops counting as
///   one; at least 1
/// @param samples runs to draw at random then; at least 0
/// @param seed of the sampling
/// @param patience real time after which the search stops wherever it is, not finished
/// @param reduced whether to leave out runs that are equivalent to one already made
/// @param beyond whether to look first whether every schedule can be run, whatever its number of
///   preemptions
public record Budget(
    int preemptions,
    int schedules,
    long steps,
    int samples,
    long seed,
    Duration patience,
    boolean reduced,
    boolean beyond) {
  /// The largest preemption bound.
  public static final int MOST_PREEMPTIONS = 10;

  public static final Budget DEFAULT =
      new Budget(2, 200_000, 2_000_000, 2_000, 42, Duration.ofSeconds(seconds()), true, true);

  /// A minute, unless this JVM was told otherwise; see [Explore#SECONDS].
  private static int seconds() {
    return Math.max(1, Integer.getInteger(Explore.SECONDS, 60));
  }

  /// A budget that goes beyond the bound if it is reduced.
  public Budget(
      int preemptions,
      int schedules,
      long steps,
      int samples,
      long seed,
      Duration patience,
      boolean reduced) {
    this(preemptions, schedules, steps, samples, seed, patience, reduced, reduced);
  }

  /// @throws IllegalArgumentException with the range when a number is out of it
  public Budget {
    if (preemptions < 0 || preemptions > MOST_PREEMPTIONS) {
      throw new IllegalArgumentException(
          "preemptions must be from 0 to " + MOST_PREEMPTIONS + ", not " + preemptions);
    }
    if (schedules < 1) {
      throw new IllegalArgumentException("schedules must be at least 1, not " + schedules);
    }
    if (steps < 1) {
      throw new IllegalArgumentException("steps must be at least 1, not " + steps);
    }
    if (samples < 0) {
      throw new IllegalArgumentException("samples must be at least 0, not " + samples);
    }
    if (patience.isNegative() || patience.isZero()) {
      throw new IllegalArgumentException("patience must be more than no time");
    }
  }

  public Budget withPreemptions(int number) {
    return new Budget(number, schedules, steps, samples, seed, patience, reduced, beyond);
  }

  public Budget withSchedules(int number) {
    return new Budget(preemptions, number, steps, samples, seed, patience, reduced, beyond);
  }

  public Budget withSteps(long number) {
    return new Budget(preemptions, schedules, number, samples, seed, patience, reduced, beyond);
  }

  public Budget withPatience(Duration time) {
    return new Budget(preemptions, schedules, steps, samples, seed, time, reduced, beyond);
  }

  /// The same budget, spent on schedules within the bound only.
  public Budget withinBound() {
    return new Budget(preemptions, schedules, steps, samples, seed, patience, reduced, false);
  }

  /// The same budget, spent on all schedules, equivalent or not.
  public Budget unreduced() {
    return new Budget(preemptions, schedules, steps, samples, seed, patience, false, false);
  }
}
