package workbook.explore.model;

import workbook.explore.runtime.Hooks;
import workbook.explore.runtime.Kernel;
import workbook.explore.runtime.LogicalThread;
import workbook.explore.runtime.WaitCondition;
import workbook.explore.runtime.WakeReason;

/// Stands in for `java.util.concurrent.locks.LockSupport`: one permit for each thread.
///
/// Called by the code under test, a park may end for no reason; called by library code, which
/// always asks again, it does not, because that would only cost schedules.
public final class ModelLockSupport {
  private ModelLockSupport() {}

  public static void park() {
    park(null, WaitCondition.NEVER);
  }

  public static void park(Object blocker) {
    park(blocker, WaitCondition.NEVER);
  }

  public static void parkNanos(long nanos) {
    if (nanos > 0) {
      park(null, Kernel.deadline(nanos));
    }
  }

  public static void parkNanos(Object blocker, long nanos) {
    if (nanos > 0) {
      park(blocker, Kernel.deadline(nanos));
    }
  }

  public static void parkUntil(long millis) {
    parkUntil(null, millis);
  }

  public static void parkUntil(Object blocker, long millis) {
    park(blocker, ModelMachine.sinceStart(millis));
  }

  public static void unpark(ModelThread thread) {
    Kernel.decisionPoint(Hooks.STATICS);
    if (thread == null) {
      return;
    }
    Kernel.writePlain(thread);
    thread.permit = true;
    if (Kernel.calledOn(Hooks.STATICS)) {
      thread.permitIsGiven = true;
      Kernel.makeVisible(ModelReentrantLock.HELD);
      Kernel.approximates(); // whether a thread has waited for a lock makes a difference now
    }
  }

  /// Waits as the JDK's locks do: parked. So the thread may use up a permit that it was given for
  /// something else, and nobody says that it has to: it may also have waited without a park.
  static WakeReason await(WaitCondition wait) {
    var ready = wait.ready().getAsBoolean();
    var woken = Kernel.await(wait);
    if (ready) {
      return woken;
    }
    var me = ModelThread.currentThread();
    if (me.permitIsGiven && Kernel.chooseValue(2) == 1) {
      takePermit(me, false);
      Kernel.writePlain(me);
    }
    return woken;
  }

  /// @param asked whether the code under test parks
  private static void takePermit(ModelThread thread, boolean asked) {
    thread.permitIsLost = !asked && (thread.permitIsGiven || thread.permitIsLost);
    thread.permit = false;
    thread.permitIsGiven = false;
  }

  public static void setCurrentBlocker(Object blocker) {
    ModelThread.currentThread().blocker = blocker;
  }

  public static Object getBlocker(ModelThread thread) {
    return thread.blocker;
  }

  /// For library code, which reaches it although it is not public.
  public static long getThreadId(ModelThread thread) {
    return thread.threadId();
  }

  static void park(Object blocker, long deadline) {
    Kernel.decisionPoint(Hooks.STATICS);
    var me = ModelThread.currentThread();
    me.blocker = blocker;
    var kind = me.permitIsLost ? WaitCondition.Kind.NEXT_PERMIT : WaitCondition.Kind.PERMIT;
    var woken =
        Kernel.await(
            WaitCondition.until(kind, blocker == null ? me : blocker, () -> me.permit)
                .withDeadline(deadline)
                .orInterrupted()
                .heldBy(() -> owner(blocker))
                .orSpuriously(Kernel.calledOn(Hooks.STATICS)));
    me.blocker = null;
    Kernel.writePlain(me);
    if (woken == WakeReason.READY) {
      takePermit(me, Kernel.calledOn(Hooks.STATICS));
    }
  }

  /// The thread that owns a lock of the JDK, where one does.
  private static LogicalThread owner(Object blocker) {
    for (Class<?> type = blocker == null ? null : blocker.getClass();
        type != null;
        type = type.getSuperclass()) {
      if (type.getSimpleName().equals("AbstractOwnableSynchronizer")) {
        return owner(type, blocker);
      }
    }
    return null;
  }

  private static LogicalThread owner(Class<?> type, Object lock) {
    try {
      var field = type.getDeclaredField("exclusiveOwnerThread");
      field.setAccessible(true);
      return field.get(lock) instanceof ModelThread thread ? thread.logical() : null;
    } catch (ReflectiveOperationException anotherJdk) {
      return null;
    }
  }
}
