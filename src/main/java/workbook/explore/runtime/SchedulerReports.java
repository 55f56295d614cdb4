package workbook.explore.runtime;

/// Tells the listener of an execution, if there is one, what its threads do.
final class SchedulerReports {
  private final Execution execution;

  SchedulerReports(Execution execution) {
    this.execution = execution;
  }

  void started(LogicalThread thread) {
    if (execution.listener != null) {
      execution.listener.threadStarted(thread);
    }
  }

  void ended(LogicalThread thread) {
    if (execution.listener != null) {
      execution.listener.threadEnded(thread);
    }
  }

  /// A thread begins to wait.
  void blocked(LogicalThread thread) {
    if (execution.listener != null) {
      thread.waitsAt = execution.listener.locationOf(thread);
      thread.idle = thread.waitsAt.isEmpty() && thread != execution.threads().getFirst();
      execution.listener.blocked(thread, ResultExplainer.fact(execution, thread));
    }
  }

  /// The running thread has come to a lock; it may find it taken.
  void beforeLock(LogicalThread thread) {
    if (execution.listener != null) {
      thread.waitsAt = execution.listener.locationOf(thread);
      thread.idle = false;
    }
  }

  /// Nobody can go on: threads that have come to a lock would have to wait for it.
  void stuck() {
    if (execution.listener == null) {
      return;
    }
    for (var thread : execution.threads()) {
      if (thread.beforeLock && thread.waits()) {
        execution.listener.blocked(thread, ResultExplainer.fact(execution, thread));
      }
    }
  }

  /// A thread was chosen to go on.
  ///
  /// @param preempted whether the thread before it could have
  /// @param byDefault the thread of the default schedule
  void scheduled(
      LogicalThread before, LogicalThread next, boolean preempted, LogicalThread byDefault) {
    if (execution.listener != null) {
      execution.listener.scheduled(before, next, next.wakeReason, preempted, byDefault);
    }
  }
}
