package scenarios.more;

import static scenarios.more.Program.expect;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Conditions of a lock: timed, deaf to interrupts, signalled without it.
final class Conditions {
  private Conditions() {}

  private static final class Turn {
    final ReentrantLock lock = new ReentrantLock();
    final Condition changed = lock.newCondition();
    boolean set;

    void set(boolean signals) {
      lock.lock();
      try {
        set = true;
        if (signals) {
          changed.signal();
        }
      } finally {
        lock.unlock();
      }
    }

    boolean await(boolean loops) throws InterruptedException {
      lock.lock();
      try {
        var left = TimeUnit.SECONDS.toNanos(1);
        while (!set && left > 0) {
          left = changed.awaitNanos(left);
          if (!loops) {
            return true;
          }
        }
        return set;
      } finally {
        lock.unlock();
      }
    }

    void awaitUninterruptibly() {
      lock.lock();
      try {
        while (!set) {
          changed.awaitUninterruptibly();
        }
      } finally {
        lock.unlock();
      }
    }
  }

  static Program awaitNanosBad() {
    var turn = new Turn();
    return Program.of(
        () -> turn.set(true), () -> expect(!turn.await(false) || turn.set, "said yes in vain"));
  }

  static Program awaitNanosGood() {
    var turn = new Turn();
    return Program.of(
        () -> turn.set(true),
        () -> {
          if (turn.await(true)) {
            expect(turn.set, "said yes in vain");
          }
        });
  }

  static Program uninterruptiblyBad() {
    var turn = new Turn();
    return Program.of(
        () -> {
          var waiter = new Thread(turn::awaitUninterruptibly);
          waiter.start();
          waiter.interrupt();
          waiter.join();
        });
  }

  static Program uninterruptiblyGood() {
    var turn = new Turn();
    return Program.of(
        () -> {
          var waiter =
              new Thread(
                  () -> {
                    turn.awaitUninterruptibly();
                    expect(Thread.interrupted(), "the interrupt is kept");
                  });
          waiter.start();
          waiter.interrupt();
          turn.set(true);
          waiter.join();
        });
  }

  /// Signals without the lock.
  static Program signalUnlockedBad() {
    var turn = new Turn();
    return Program.of(() -> turn.changed.signal());
  }

  static Program signalUnlockedGood() {
    var turn = new Turn();
    return Program.of(() -> turn.set(true));
  }

  static Program waitUnlockedGood() {
    var monitor = new Object();
    return Program.of(
        () -> {
          synchronized (monitor) {
            monitor.wait(1);
          }
        });
  }

  static Program waitUnlockedBad() {
    var monitor = new Object();
    return Program.of(() -> monitor.wait(1));
  }

  /// A thread that looks and yields a few times, and then forgets the signal.
  private static Program afterYields(boolean signals) {
    var lock = new ReentrantLock();
    var condition = lock.newCondition();
    var ready = new boolean[1];
    var hurry = new AtomicBoolean();
    return Program.of(
        () -> {
          lock.lock();
          try {
            while (!ready[0]) {
              condition.await();
            }
          } finally {
            lock.unlock();
          }
        },
        () -> {
          for (var i = 0; i < 3 && !hurry.get(); i++) {
            Thread.yield();
          }
          lock.lock();
          try {
            ready[0] = true;
            if (signals) {
              condition.signal();
            }
          } finally {
            lock.unlock();
          }
        });
  }

  static Program afterYieldsBad() {
    return afterYields(false);
  }

  static Program afterYieldsGood() {
    return afterYields(true);
  }
}
