package workbook.explore.runtime;

/// Decides what happens next: a search, a replay, a random choice, or a person.
public interface SchedulingStrategy {
  /// Ends this execution: an equivalent one has been seen.
  int PRUNE = -1;

  /// Ends this execution: it was to repeat an earlier one, and is offered other options.
  int DIVERGED = -2;

  /// Chooses one of at least two options.
  ///
  /// @param execution the execution that asks; its [Execution#fingerprint] tells equivalent states
  /// @return an index into the options, [#PRUNE] or [#DIVERGED]
  int choose(Execution execution, EnabledActions actions);
}
