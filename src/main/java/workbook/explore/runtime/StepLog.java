package workbook.explore.runtime;

import java.util.ArrayList;
import java.util.List;

/// The steps of one execution, and which of them depend on which.
///
/// Some programs do what depends on more than the locations that they use: on time, on who waits,
/// on who was slow. Of those the log is no account, and it says so.
public final class StepLog {
  /// Of executions with more steps it is no account: each step knows of each thread.
  private static final int MOST_STEPS = 10_000;

  private final List<ExecutedStep> steps = new ArrayList<>();
  private List<LogicalThread> threads = List.of();
  private boolean incomplete;

  public int size() {
    return steps.size();
  }

  public ExecutedStep get(int index) {
    return steps.get(index);
  }

  /// Whether steps may depend on each other in ways that the log does not know.
  public boolean incomplete() {
    return incomplete;
  }

  /// Notes that the execution did something that the log cannot tell.
  void cannotTell() {
    incomplete = true;
  }

  /// A thread that waits for a lock.
  ///
  /// @param last the step with which it came there
  /// @param taking the step in which another took the lock
  public record LockWait(ExecutedStep last, ExecutedStep taking) {}

  /// Those that wait for a lock where the execution has come to.
  public List<LockWait> waitingForLocks() {
    var waiting = new ArrayList<LockWait>();
    for (var thread : threads) {
      var lock = thread.waits() ? thread.awaitedLock : null;
      if (lock != null && lock.steps().taken() != null && thread.step != null) {
        waiting.add(new LockWait(thread.step, lock.steps().taken()));
      }
    }
    return waiting;
  }

  /// A step ends: some threads may go on now that could not before it.
  void stepEnds(List<LogicalThread> all) {
    threads = all;
    if (steps.isEmpty()) {
      return;
    }
    var last = steps.getLast();
    for (var thread : all) {
      if (!thread.waits()) {
        continue;
      }
      var ready = thread.ready();
      if (ready && thread.enabledBy == null) {
        thread.enabledBy = last;
      } else if (!ready && thread.enabledBy != null) {
        incomplete |= thread.awaitedLock == null;
        thread.enabledBy = null;
      }
    }
  }

  /// A thread begins its next step.
  void begin(LogicalThread thread) {
    var before = thread.step == null ? thread.startedIn : thread.step;
    thread.step = new ExecutedStep(thread, steps.size(), before, thread.enabledBy);
    thread.enabledBy = null;
    incomplete |= steps.size() == MOST_STEPS;
    steps.add(thread.step);
  }
}
