package workbook.explore.search;

import java.time.Duration;

/// How far to search.
///
/// @param preemptions the preemption bound: the highest cost of a schedule
/// @param schedules executions before the search turns to sampling
/// @param steps of all those executions together, after which it does so, too
/// @param samples executions to sample then, as far as as many steps more go
/// @param seed of the sampling
/// @param patience real time after which the search stops wherever it is
/// @param reduced whether to prune executions that are equivalent to an earlier one
/// @param beyond whether to look first whether every schedule can be run, whatever the bound
/// @param pastFailures whether to go on after a failure, for who wants to know every way a program
///   can end
public record SearchBounds(
    int preemptions,
    int schedules,
    long steps,
    int samples,
    long seed,
    Duration patience,
    boolean reduced,
    boolean beyond,
    boolean pastFailures) {
  /// The same with less real time.
  SearchBounds within(Duration left) {
    return new SearchBounds(
        preemptions, schedules, steps, samples, seed, left, reduced, beyond, pastFailures);
  }

  /// A part of the schedules, steps and samples, and less real time.
  SearchBounds part(int of, Duration left) {
    return new SearchBounds(
        preemptions,
        1 + schedules / of,
        1 + steps / of,
        samples / of,
        seed,
        left,
        reduced,
        beyond,
        pastFailures);
  }
}
