package workbook.explore.runtime;

import java.util.ArrayList;
import java.util.List;

/// The intrinsic lock of one object, with its wait set.
///
/// Entering needs a decision point before it (its caller makes it); leaving needs none, because
/// nobody can see a monitor that is held, except by waiting for it.
final class Monitor implements HashedState {
  private final Object object;
  private final MemoryLocation state;
  private final List<Waiter> waiters = new ArrayList<>();
  private LogicalThread owner;
  private int depth;

  /// Whether a signal found nobody: then it makes a difference that somebody waits.
  private boolean signalledInVain;

  /// A thread in `wait`, until somebody notifies it.
  private static final class Waiter {
    final LogicalThread thread;
    boolean notified;

    Waiter(LogicalThread thread) {
      this.thread = thread;
    }
  }

  Monitor(Object object, MemoryLocation state) {
    this.object = object;
    this.state = state;
  }

  boolean heldBy(LogicalThread me) {
    return owner == me;
  }

  /// Where a thread is about to enter: a decision point, unless it is inside.
  void beforeEnter(Execution execution, LogicalThread me) {
    if (owner != me) {
      execution.scheduler.lockPoint(toBeFree());
    }
  }

  private WaitCondition toBeFree() {
    return WaitCondition.until(WaitCondition.Kind.LOCK, object, () -> owner == null)
        .heldBy(() -> owner);
  }

  void enter(Execution execution, LogicalThread me) {
    if (owner != me) {
      lock(execution, me, 1);
    } else {
      depth++;
    }
  }

  void exit(Execution execution, LogicalThread me) {
    if (owner != me) {
      throw new IllegalMonitorStateException("not the owner of the monitor");
    }
    if (--depth == 0) {
      unlock(execution, me);
    }
  }

  /// Waits for a notification, an interrupt or the deadline, without the monitor.
  void await(Execution execution, LogicalThread me, long deadline) throws InterruptedException {
    mustOwn(me);
    if (execution.scheduler.looksForInterrupt(me)) {
      execution.scheduler.touch(me.threadObject());
      me.interrupted = false;
      throw new InterruptedException();
    }
    var held = depth;
    var waiter = new Waiter(me);
    waiters.add(waiter);
    if (signalledInVain) {
      execution.scheduler.stateChanged();
    }
    unlock(execution, me);
    var woken =
        execution.scheduler.await(
            WaitCondition.until(WaitCondition.Kind.SIGNAL, object, () -> waiter.notified)
                .withDeadline(deadline)
                .orInterrupted()
                .orSpuriously(true));
    waiters.remove(waiter);
    if (woken == WakeReason.INTERRUPTED) {
      state.markWrite(me);
    }
    lock(execution, me, held);
    if (woken == WakeReason.INTERRUPTED) {
      execution.scheduler.stateChanged();
      me.interrupted = false;
      throw new InterruptedException();
    }
  }

  /// To be called before a notification. An interrupted waiter leaves the wait set without having
  /// to get the monitor first (JLS 17.2.3), so the notification may come too late for it.
  void letInterruptedLeave(Execution execution, LogicalThread me) {
    mustOwn(me);
    if (waiters.stream().anyMatch(waiter -> waiter.thread.interrupted)) {
      execution.scheduler.decisionPoint();
    }
  }

  /// Wakes one waiter, any of them.
  void signal(Execution execution, LogicalThread me) {
    mustOwn(me);
    state.markWrite(me);
    signalledInVain |= waiters.isEmpty();
    if (!waiters.isEmpty()) {
      execution.scheduler.stateChanged();
      wake(execution, List.of(waiters.remove(execution.scheduler.chooseValue(waiters.size()))));
    } else {
      wake(execution, List.of());
    }
  }

  void signalAll(Execution execution, LogicalThread me) {
    mustOwn(me);
    state.markWrite(me);
    signalledInVain |= waiters.isEmpty();
    if (!waiters.isEmpty()) {
      execution.scheduler.stateChanged();
    }
    wake(execution, List.copyOf(waiters));
    waiters.clear();
  }

  private void wake(Execution execution, List<Waiter> woken) {
    woken.forEach(waiter -> waiter.notified = true);
    execution.woke(object, () -> woken.stream().map(waiter -> waiter.thread).toList());
  }

  private void mustOwn(LogicalThread me) {
    if (owner != me) {
      throw new IllegalMonitorStateException("current thread is not the owner of the monitor");
    }
  }

  private void lock(Execution execution, LogicalThread me, int times) {
    execution.scheduler.await(toBeFree());
    execution.scheduler.touch(this);
    owner = me;
    depth = times;
    state.markTaken(me, true);
    state.acquire(me);
  }

  private void unlock(Execution execution, LogicalThread me) {
    execution.scheduler.touch(this);
    owner = null;
    depth = 0;
    state.markWrite(me);
    state.release(me);
  }

  @Override
  public long stateHash() {
    return owner == null ? 0 : owner.id() + 1;
  }
}
