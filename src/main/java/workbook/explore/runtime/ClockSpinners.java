package workbook.explore.runtime;

import java.util.List;

/// Lets time pass for threads that spin until it has passed.
final class ClockSpinners {
  private final VirtualClock clock;

  ClockSpinners(VirtualClock clock) {
    this.clock = clock;
  }

  /// Lets time pass because nobody else can run, unless a time-out comes first.
  ///
  /// @param changes how many changes the execution has seen
  /// @return whether some thread can go on now
  boolean letTimePass(List<LogicalThread> threads, long changes) {
    LogicalThread spinning = null;
    var deadline = WaitCondition.NEVER;
    for (var thread : threads) {
      if (thread.awaitsClock && thread.spins(changes) && !thread.finished) {
        spinning = thread;
      }
      if (EnabledActions.canTimeOut(thread)) {
        deadline = Math.min(deadline, thread.waitCondition.deadline());
      }
    }
    if (spinning == null || !clock.tick(deadline, spinning)) {
      return false;
    }
    timePassed(threads);
    return true;
  }

  /// Lets time pass for a thread that has run for long and looks at the clock again and again, if
  /// no other can run.
  ///
  /// @return whether it looks
  boolean ranLong(List<LogicalThread> threads, LogicalThread me, long changes) {
    if (!me.loops.looksAtClock()) {
      return false;
    }
    var alone = true;
    var deadline = WaitCondition.NEVER;
    for (var thread : threads) {
      alone &= thread == me || thread.finished || thread.spins(changes) || !thread.ready();
      if (EnabledActions.canTimeOut(thread)) {
        deadline = Math.min(deadline, thread.waitCondition.deadline());
      }
    }
    if (alone && clock.tick(deadline, me)) {
      timePassed(threads);
    }
    return true;
  }

  /// Lets time pass for one thread, although others could run.
  void letTimePass(List<LogicalThread> threads, LogicalThread thread) {
    clock.tick(WaitCondition.NEVER, thread);
    timePassed(threads);
  }

  /// Those who spin until time has passed may look again.
  static void timePassed(List<LogicalThread> threads) {
    for (var thread : threads) {
      if (thread.awaitsClock) {
        thread.awaitsClock = false;
        thread.spinsAt = -1;
      }
    }
  }
}
