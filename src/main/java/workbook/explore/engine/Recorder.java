package workbook.explore.engine;

/// Is told what happens in a run, step by step. Only replays have one: searching is quicker
/// without.
public interface Recorder {
  /// A thread does something that others may see.
  ///
  /// @param target the name of what it does it to
  /// @param value what was read or written, in words; null when there is none
  void did(LogicalThread thread, Site site, String target, String value);

  /// The value the last read of this thread saw.
  ///
  /// @param lag 0 for the newest value, otherwise how many writes it missed
  void saw(LogicalThread thread, String value, int lag);

  /// A thread begins to wait.
  void blocked(LogicalThread thread);

  /// Another thread was chosen to run, or the same again.
  ///
  /// @param preempted whether the earlier one could have gone on
  void decided(LogicalThread before, LogicalThread next, boolean preempted);
}
