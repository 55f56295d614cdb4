package workbook.explore.runtime;

/// Is told what happens in an execution, step by step. Only replays have one: searching is faster
/// without.
public interface ExecutionListener {
  /// A thread exists from now on, the first one too.
  void threadStarted(LogicalThread thread);

  /// A thread does something that others may see.
  ///
  /// @param object what it does it to, for telling whether two steps touch the same; may be null
  /// @param target how a reader knows it: `counter.n`, `lock`
  /// @param value what is written, in words; null when nothing is
  void stepped(LogicalThread thread, CodeLocation site, Object object, String target, String value);

  /// The value the last read of this thread saw.
  ///
  /// @param lag 0 for the newest value, otherwise how many writes it missed
  void valueRead(LogicalThread thread, String value, int lag);

  /// Where in the code under test the running thread is, which is about to wait, for example
  /// `Bank.java:12`; empty when it is outside of it, as the worker of a pool that waits for its
  /// next task.
  String locationOf(LogicalThread running);

  /// A thread begins to wait.
  ///
  /// @param fact what for, and held by whom, one sentence
  void blocked(LogicalThread thread, String fact);

  /// The execution stops here, for somebody to decide.
  void paused();

  /// Another thread was chosen to run, or the same again.
  ///
  /// @param wake why the next one goes on
  /// @param preempted whether the earlier one could have gone on
  void scheduled(LogicalThread before, LogicalThread next, WakeReason wake, boolean preempted);
}
