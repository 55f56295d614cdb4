package workbook;

/// Takes the observations of a run while it goes on. Every method may be called from any thread and
/// never blocks for long; recording one observation costs well under a microsecond.
///
/// What was recorded is kept even when the run is cancelled or stopped by its limit.
public interface Recorder {
  /// One sample of a quantity, where there is no horizontal axis.
  ///
  /// @param quantity what is measured, for example `time to start`
  /// @param unit for example `us`
  /// @param series which of the things compared, for example `virtual thread`
  default void sample(String quantity, String unit, String series, double value) {
    sample(quantity, unit, series, 0, value);
  }

  /// One sample of a quantity at a place of the horizontal axis.
  ///
  /// @param at the place, for example the number of threads
  /// @throws IllegalArgumentException when the value or the place is not a finite number
  void sample(String quantity, String unit, String series, double at, double value);

  /// A single value; a later one of the same name replaces it.
  void fact(String name, String value);

  /// Counts an outcome. Counts of the same outcome add up.
  ///
  /// @param times how often it was seen now; 0 names an outcome that could have been seen
  default void outcome(String seen, Outcome.Expectation expected, long times, String meaning) {
    outcome("", seen, expected, times, meaning);
  }

  /// Counts an outcome of one of several programs. Each group has its own heading, and a share is
  /// of the counts of its group.
  ///
  /// @param group for example `broken`; empty where there is but one
  void outcome(String group, String seen, Outcome.Expectation expected, long times, String meaning);

  /// What the calling side knows somebody did, from one moment to another.
  ///
  /// @param from a moment taken from [#now]
  /// @param to a moment taken from [#now]
  void span(String lane, String state, long from, long to);

  /// A line of the transcript, said now.
  void said(String speaker, String text);

  /// What one party of a conversation does to another now. Call it before the bytes are written,
  /// and after they were read: then no chart shows them read before they were written.
  ///
  /// @param peer whom the bytes go to or come from
  /// @param bytes what was written or read; none for every other act
  /// @throws IllegalArgumentException when bytes are given to an act that moves none
  void turn(String party, MessageEvent.Act act, String peer, byte... bytes);

  /// What one party of a conversation does alone now, for example closing what it listened on.
  void turn(String party, String does);

  /// Something the learner should know about this run, for example what was skipped and why.
  void note(String text);

  /// How far the run has come, for the progress bar.
  ///
  /// @param done steps done in this run, from 0 to `total`
  void progress(long done, long total);

  /// Nanoseconds since the run began, for [#span].
  long now();
}
