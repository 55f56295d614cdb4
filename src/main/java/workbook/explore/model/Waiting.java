package workbook.explore.model;

import workbook.explore.engine.Hooks;
import workbook.explore.engine.Kernel;
import workbook.explore.engine.Wait;
import workbook.explore.engine.Wake;

/// What a thread waits for without a lock: time to pass, another thread to end.
final class Waiting {
  private Waiting() {}

  static void pause(long nanos) throws InterruptedException {
    Kernel.quiet(Hooks.STATICS);
    var woken =
        Kernel.await(
            Wait.until(Wait.Kind.TIME, ModelThread.currentThread(), () -> false)
                .withDeadline(Kernel.deadline(nanos))
                .orInterrupted());
    if (woken == Wake.INTERRUPTED) throw clearedInterrupt();
  }

  /// @param nanos [Wait#NEVER] for no limit
  static void forEnd(ModelThread thread, long nanos) throws InterruptedException {
    Kernel.quiet(thread);
    var logical = thread.logical();
    if (logical == null) return;
    if (logical.finished()) {
      Kernel.look(logical);
      return;
    }
    if (Kernel.me().interrupted()) throw clearedInterrupt();
    var deadline = nanos == Wait.NEVER ? Wait.NEVER : Kernel.deadline(nanos);
    var woken =
        Kernel.await(
            Wait.until(Wait.Kind.THREAD_END, logical, logical::finished)
                .withDeadline(deadline)
                .orInterrupted()
                .heldBy(() -> logical));
    if (woken == Wake.INTERRUPTED) throw clearedInterrupt();
    if (woken == Wake.READY) Kernel.look(logical);
  }

  /// Clears the interrupt of the running thread and learns what the interrupter knew.
  static InterruptedException clearedInterrupt() {
    Kernel.me().interrupted(false);
    Kernel.acquire(ModelThread.currentThread());
    return new InterruptedException();
  }
}
