package workbook.explore.runtime;

/// Decides what happens next: a search, a replay, a random choice, or a person.
public interface SchedulingStrategy {
  /// Ends this execution: an equivalent one has been seen.
  int PRUNE = -1;

  /// Chooses one of at least two options.
  ///
  /// @param execution the execution that asks; its [Execution#fingerprint] tells equivalent states
  /// @return an index into the options, or [#PRUNE]
  int choose(Execution execution, EnabledActions actions);
}
