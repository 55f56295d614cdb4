package programs;

import java.io.FileInputStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Scenario;

/// Programs in which a thread would do a lot on its way out of a run that is over: `finally` locks,
/// waits, loops; `catch` swallows whatever comes.
public final class Leaving {
  private Leaving() {}

  /// A thread that never ends by itself, beside two that lock in opposite orders.
  private static Scenario beside(Scenario.Body leaves) {
    var a = new ReentrantLock();
    var b = new ReentrantLock();
    return () -> List.of(leaves, () -> both(a, b), () -> both(b, a));
  }

  private static void both(ReentrantLock first, ReentrantLock second) {
    first.lock();
    try {
      second.lock();
      second.unlock();
    } finally {
      first.unlock();
    }
  }

  private static void stop() {
    LockSupport.park();
    stop();
  }

  static Scenario locks() {
    var lock = new ReentrantLock();
    var monitor = new Object();
    return beside(
        () -> {
          try {
            stop();
          } finally {
            lock.lock();
            synchronized (monitor) {
              lock.unlock();
            }
          }
        });
  }

  static Scenario waits() {
    var monitor = new Object();
    var never = new CountDownLatch(1);
    return beside(
        () -> {
          try {
            synchronized (monitor) {
              try {
                monitor.wait();
              } finally {
                monitor.wait();
              }
            }
          } finally {
            new Semaphore(0).acquire();
            never.await();
            Thread.sleep(1_000);
            Thread.currentThread().join();
          }
        });
  }

  @SuppressWarnings("finally") // that it does not end is the point
  static Scenario loops() {
    return beside(
        () -> {
          try {
            stop();
          } finally {
            while (true) {
              Thread.onSpinWait();
            }
          }
        });
  }

  static Scenario catchesAll() {
    return beside(
        () -> {
          while (true) {
            try {
              try {
                LockSupport.park();
              } finally {
                for (var i = 0; i >= 0; i++) {
                  LockSupport.park();
                }
              }
            } catch (Throwable swallowed) {
              // stays
            }
          }
        });
  }

  static Scenario catchesAndCallsItself() {
    return beside(Leaving::again);
  }

  private static void again() {
    try {
      LockSupport.park();
      again();
    } catch (Throwable swallowed) {
      again();
    } finally {
      again();
    }
  }

  static Scenario exits() {
    return beside(
        () -> {
          try {
            stop();
          } finally {
            System.exit(3);
          }
        });
  }

  static Scenario readsAFile() {
    return beside(
        () -> {
          try {
            stop();
          } finally {
            new FileInputStream("/etc/hostname").close();
          }
        });
  }

  private static int shared;

  /// Both write without a lock, but not in a run that goes on.
  static Scenario races() {
    Scenario.Body leaves =
        () -> {
          try {
            stop();
          } finally {
            shared++;
          }
        };
    var deadlock = beside(leaves).bodies();
    return () -> List.of(deadlock.get(0), leaves, deadlock.get(1), deadlock.get(2));
  }

  static Scenario startsThreads() {
    return beside(
        () -> {
          try {
            stop();
          } finally {
            new Thread(Leaving::again).start();
          }
        });
  }
}
