package workbook.explore.runtime;

/// Decides what happens next: a search, a replay, a dice, or a person.
public interface SchedulingStrategy {
  /// Give up this run: an equivalent one has been seen.
  int CUT = -1;

  /// Chooses one of at least two options.
  ///
  /// @param execution the run that asks; its [Execution#fingerprint] tells equivalent situations
  /// @return an index into the options, or [#CUT]
  int choose(Execution execution, EnabledActions actions);
}
