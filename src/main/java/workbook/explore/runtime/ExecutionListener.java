package workbook.explore.runtime;

import java.util.List;
import java.util.function.Supplier;

/// Is told what happens in an execution, step by step. Only replays have one: searching is faster
/// without.
public interface ExecutionListener {
  /// A thread exists from now on, the first one too.
  void threadStarted(LogicalThread thread);

  /// A thread has ended, see [LogicalThread#thrown].
  void threadEnded(LogicalThread thread);

  /// A thread reads or writes a variable.
  ///
  /// @param object the variable, for telling whether two steps touch the same
  /// @param target how a reader knows it: `counter.n`, `locks[0]`
  /// @param value what is written, in words; null when nothing is
  void stepped(LogicalThread thread, CodeLocation site, Object object, String target, String value);

  /// A thread makes a call, enters a monitor or leaves one.
  ///
  /// @param object what it is called on, for telling whether two steps touch the same; may be null
  /// @param target how a reader knows it: `queue`, `lock`
  /// @param contents what the object holds at the moment of asking, in a few words; empty when
  ///   nobody can tell
  void called(
      LogicalThread thread,
      CodeLocation site,
      Object object,
      String target,
      Supplier<String> contents);

  /// A thread is about to make a call whose step follows, see [#called].
  ///
  /// @param site the same object that [#returned] is given
  /// @param arguments in words
  void calling(LogicalThread thread, CodeLocation site, String arguments);

  /// That call has returned.
  ///
  /// @param value in words; empty for nothing, and for what cannot be told in words
  void returned(LogicalThread thread, CodeLocation site, String value);

  /// The code under test catches what was thrown.
  void caught(LogicalThread thread, CodeLocation site, Throwable thrown);

  /// A future keeps what its task has thrown, until somebody asks.
  void kept(LogicalThread thread, Object future, Throwable thrown);

  /// A thread prints.
  ///
  /// @param stream `System.out` or `System.err`
  void printed(LogicalThread thread, String stream, String text);

  /// A thread signals, and this wakes those that have waited for it.
  ///
  /// @param on what they have waited for a signal on
  /// @param waiters may be empty
  void woke(LogicalThread thread, Object on, List<LogicalThread> waiters);

  /// Two accesses were found that nothing orders.
  void raced(DataRace race);

  /// What the source calls the variable that is given a value in this line; empty when it does not
  /// tell.
  String variableAt(CodeLocation site);

  /// The lag of a value that is half of one write and half of another.
  int TORN = -1;

  /// The value the last read of this thread saw.
  ///
  /// @param lag 0 for the newest value, otherwise how many writes it missed, or [#TORN]
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
  /// @param byDefault which thread the default schedule would have taken
  void scheduled(
      LogicalThread before,
      LogicalThread next,
      WakeReason wake,
      boolean preempted,
      LogicalThread byDefault);
}
