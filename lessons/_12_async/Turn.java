package _12_async;

import java.util.concurrent.locks.LockSupport;

/// Whose turn it is. Of all the threads of a loop, its own and one for each coroutine, only the one
/// that has the turn runs; the others are parked.
final class Turn {
  private volatile Thread holder; // null: nobody, the loop does not run

  /// Whether it is the turn of a thread that is not the calling one.
  boolean isElsewhere() {
    var now = holder;
    return now != null && now != Thread.currentThread();
  }

  /// Hands the turn over and blocks until it comes back. An interrupt does not end the wait; the
  /// thread is interrupted afterwards.
  void passTo(Thread next) {
    var me = Thread.currentThread();
    var interrupted = Thread.interrupted();
    leaveTo(next);
    while (holder != me) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      me.interrupt();
    }
  }

  /// Hands the turn over, and does not wait for it.
  void leaveTo(Thread next) {
    holder = next;
    if (next.getState() == Thread.State.NEW) {
      next.start();
    } else {
      LockSupport.unpark(next);
    }
  }

  /// Nobody has the turn any more.
  void end() {
    holder = null;
  }

  /// Interrupts whoever has the turn at this moment.
  void interrupt() {
    var now = holder;
    if (now != null) {
      now.interrupt();
    }
  }
}
