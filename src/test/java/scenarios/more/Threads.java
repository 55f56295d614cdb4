package scenarios.more;

import static scenarios.more.Program.expect;
import static scenarios.more.Program.expectEquals;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/// Threads themselves: run for start, joins that end early, interrupts nobody keeps.
final class Threads {
  private Threads() {}

  static Program runForStartBad() {
    return Program.of(
        () -> {
          var me = Thread.currentThread();
          var other = new AtomicReference<Thread>();
          var thread = new Thread(() -> other.set(Thread.currentThread()));
          thread.run();
          thread.join();
          expect(other.get() != me, "in a thread of its own");
        });
  }

  static Program runForStartGood() {
    return Program.of(
        () -> {
          var me = Thread.currentThread();
          var other = new AtomicReference<Thread>();
          var thread = new Thread(() -> other.set(Thread.currentThread()));
          thread.start();
          thread.join();
          expect(other.get() != me, "in a thread of its own");
        });
  }

  private static Program joins(Thread.Builder builder, boolean joins) {
    var result = new int[1];
    return Program.of(
        () -> {
          var thread = builder.start(() -> result[0] = 5);
          if (joins) {
            thread.join();
          }
          expectEquals(5, result[0]);
        });
  }

  static Program virtualUnjoinedBad() {
    return joins(Thread.ofVirtual().name("v"), false);
  }

  static Program virtualUnjoinedGood() {
    return joins(Thread.ofVirtual().name("v"), true);
  }

  static Program platformUnjoinedBad() {
    return joins(Thread.ofPlatform().daemon().name("p-", 0), false);
  }

  static Program platformUnjoinedGood() {
    return joins(Thread.ofPlatform().daemon().name("p-", 0), true);
  }

  private static Program timedJoin(boolean checks) {
    var result = new AtomicInteger();
    return Program.of(
        () -> {
          var thread = Thread.startVirtualThread(() -> result.set(5));
          thread.join(1000);
          if (checks && thread.isAlive()) {
            return;
          }
          expectEquals(5, result.get());
        });
  }

  static Program timedJoinBad() {
    return timedJoin(false);
  }

  static Program timedJoinGood() {
    return timedJoin(true);
  }

  private static Program handler(boolean handled) {
    return Program.of(
        () -> {
          var seen = new AtomicReference<Throwable>();
          var thread =
              new Thread(
                  () -> {
                    throw new IllegalStateException("no luck");
                  });
          if (handled) {
            thread.setUncaughtExceptionHandler((t, thrown) -> seen.set(thrown));
          }
          thread.start();
          thread.join();
          expectEquals("no luck", seen.get().getMessage());
        });
  }

  static Program uncaughtBad() {
    return handler(false);
  }

  static Program uncaughtGood() {
    return handler(true);
  }

  /// A loop that asks for the interrupt and, in `sleep`, loses it.
  private static Program interrupted(boolean restores) {
    return Program.of(
        () -> {
          var thread =
              new Thread(
                  () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                      try {
                        Thread.sleep(1000);
                      } catch (InterruptedException e) {
                        if (restores) {
                          Thread.currentThread().interrupt();
                        }
                      }
                    }
                  });
          thread.start();
          thread.interrupt();
          thread.join();
        });
  }

  static Program interruptLostBad() {
    return interrupted(false);
  }

  static Program interruptLostGood() {
    return interrupted(true);
  }

  private static Program interruptedWait(boolean leaves) {
    var lock = new Object();
    return Program.of(
        () -> {
          var thread =
              new Thread(
                  () -> {
                    synchronized (lock) {
                      while (true) {
                        try {
                          lock.wait();
                        } catch (InterruptedException e) {
                          if (leaves) {
                            return;
                          }
                        }
                      }
                    }
                  });
          thread.start();
          thread.interrupt();
          thread.join();
        });
  }

  static Program interruptedWaitBad() {
    return interruptedWait(false);
  }

  static Program interruptedWaitGood() {
    return interruptedWait(true);
  }

  /// A join that was interrupted has not waited.
  private static Program interruptedJoin(boolean again) {
    var result = new AtomicInteger();
    return Program.of(
        () -> {
          var worker = Thread.ofVirtual().start(() -> result.set(5));
          Thread.currentThread().interrupt();
          var waiting = true;
          while (waiting) {
            try {
              worker.join();
              waiting = false;
            } catch (InterruptedException e) {
              waiting = again;
            }
          }
          expectEquals(5, result.get());
        });
  }

  static Program interruptedJoinBad() {
    return interruptedJoin(false);
  }

  static Program interruptedJoinGood() {
    return interruptedJoin(true);
  }

  /// Parks once and believes what woke it.
  private static Program park(boolean again) {
    var ready = new AtomicBoolean();
    return Program.of(
        () -> {
          var me = Thread.currentThread();
          Thread.startVirtualThread(
              () -> {
                ready.set(true);
                LockSupport.unpark(me);
              });
          if (again) {
            while (!ready.get()) {
              LockSupport.park();
            }
          } else {
            LockSupport.park();
          }
          expect(ready.get(), "woken before it was ready");
        });
  }

  static Program parkBad() {
    return park(false);
  }

  static Program parkGood() {
    return park(true);
  }

  /// `unpark` keeps one permit, not two.
  private static Program permits(boolean counts) {
    var work = new AtomicInteger();
    return Program.of(
        () -> {
          var me = Thread.currentThread();
          Runnable sender =
              () -> {
                work.incrementAndGet();
                LockSupport.unpark(me);
              };
          Thread.startVirtualThread(sender);
          Thread.startVirtualThread(sender);
          var got = 0;
          while (got < 2) {
            LockSupport.park();
            got += counts ? work.getAndSet(0) : 1;
          }
        });
  }

  static Program permitsBad() {
    return permits(false);
  }

  static Program permitsGood() {
    return Program.of(
        () -> {
          var work = new AtomicInteger();
          var me = Thread.currentThread();
          Runnable sender =
              () -> {
                work.incrementAndGet();
                LockSupport.unpark(me);
              };
          Thread.startVirtualThread(sender);
          Thread.startVirtualThread(sender);
          while (work.get() < 2) {
            LockSupport.park(work);
          }
        });
  }

  /// A lock that is waited for without listening cannot be cancelled.
  private static Program lockInterruptibly(boolean listens) {
    var lock = new ReentrantLock();
    var gaveUp = new AtomicBoolean();
    return Program.of(
        () -> {
          lock.lock();
          var thread =
              new Thread(
                  () -> {
                    try {
                      if (listens) {
                        lock.lockInterruptibly();
                      } else {
                        lock.lock();
                      }
                      lock.unlock();
                    } catch (InterruptedException e) {
                      gaveUp.set(true);
                    }
                  });
          thread.start();
          thread.interrupt();
          thread.join();
          expect(gaveUp.get(), "it gave up");
        });
  }

  static Program cancelLockBad() {
    return lockInterruptibly(false);
  }

  static Program cancelLockGood() {
    return lockInterruptibly(true);
  }

  private static Program inherited(boolean copies) {
    var trace =
        new InheritableThreadLocal<int[]>() {
          @Override
          protected int[] childValue(int[] parent) {
            return copies ? parent.clone() : parent;
          }
        };
    return Program.of(
        () -> {
          trace.set(new int[1]);
          var thread = new Thread(() -> trace.get()[0]++);
          thread.start();
          trace.get()[0]++;
          thread.join();
          expectEquals(1, trace.get()[0]);
        });
  }

  static Program inheritedBad() {
    return inherited(false);
  }

  static Program inheritedGood() {
    return inherited(true);
  }

  /// Sleeping is no synchronisation.
  static Program sleepBad() {
    var result = new AtomicInteger();
    return Program.of(
        () -> {
          Thread.startVirtualThread(() -> result.set(5));
          Thread.sleep(1000);
          expectEquals(5, result.get());
        });
  }

  static Program sleepGood() {
    var result = new AtomicInteger();
    return Program.of(
        () -> {
          Thread.startVirtualThread(() -> result.set(5));
          while (result.get() == 0) {
            Thread.sleep(1000);
          }
        });
  }

  /// A thread that extends `Thread` and starts itself before it is complete.
  private static class Starter extends Thread {
    private final int value;

    Starter(boolean early) {
      if (early) {
        start();
      }
      value = 5;
    }

    @Override
    public void run() {
      expectEquals(5, value);
    }
  }

  static Program startInConstructorBad() {
    return Program.of(() -> new Starter(true).join());
  }

  static Program startInConstructorGood() {
    return Program.of(
        () -> {
          var thread = new Starter(false);
          thread.start();
          thread.join();
        });
  }
}
