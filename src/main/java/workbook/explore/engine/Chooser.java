package workbook.explore.engine;

/// Decides what happens next: a search, a replay, a dice, or a person.
public interface Chooser {
  /// Give up this run: an equivalent one has been seen.
  int CUT = -1;

  /// Chooses one of at least two options.
  ///
  /// @param run the run that asks; its [Run#fingerprint] tells equivalent situations
  /// @return an index into the options, or [#CUT]
  int choose(Run run, Options options);
}
