package workbook.explore.model;

import workbook.explore.runtime.Hooks;
import workbook.explore.runtime.Kernel;
import workbook.explore.runtime.LogicalThread;
import workbook.explore.runtime.WaitCondition;
import workbook.explore.runtime.WakeReason;

/// What a thread waits for without a lock: time to pass, another thread to end.
final class Waiting {
  private Waiting() {}

  static void pause(long nanos) throws InterruptedException {
    Kernel.report(Hooks.STATICS);
    var woken =
        Kernel.await(
            WaitCondition.until(WaitCondition.Kind.TIME, ModelThread.currentThread(), () -> false)
                .withDeadline(Kernel.deadline(nanos))
                .orInterrupted());
    if (woken == WakeReason.INTERRUPTED) {
      throw clearedInterrupt();
    }
  }

  /// Whoever joins a virtual thread is parked meanwhile, in a latch of the JDK.
  ///
  /// @param nanos [WaitCondition#NEVER] for no limit
  static void forEnd(ModelThread thread, long nanos) throws InterruptedException {
    Kernel.report(thread);
    var logical = thread.logical();
    if (logical == null) {
      return;
    }
    lookForLife();
    if (logical.finished()) {
      Kernel.joined(logical);
      return;
    }
    if (Kernel.looksForInterrupt()) {
      throw clearedInterrupt();
    }
    var deadline = nanos == WaitCondition.NEVER ? WaitCondition.NEVER : Kernel.deadline(nanos);
    var wait =
        WaitCondition.until(WaitCondition.Kind.THREAD_END, logical, logical::finished)
            .withDeadline(deadline)
            .orInterrupted()
            .heldBy(() -> logical);
    var woken = thread.isVirtual() ? ModelLockSupport.await(wait) : Kernel.await(wait);
    lookForLife();
    if (woken == WakeReason.INTERRUPTED) {
      throw clearedInterrupt();
    }
    if (woken == WakeReason.READY) {
      Kernel.joined(logical);
    }
  }

  /// An interrupted thread that joins can tell a thread that has made its last step from one that
  /// has ended: only then it isn't told of the interrupt.
  private static void lookForLife() {
    if (Kernel.looksForInterrupt()) {
      Kernel.makeVisible(LogicalThread.LIFE);
    }
  }

  /// Clears the interrupt of the running thread and learns what the interrupter knew.
  static InterruptedException clearedInterrupt() {
    Kernel.acquire(ModelThread.currentThread());
    Kernel.currentThread().interrupted(false);
    return new InterruptedException();
  }
}
