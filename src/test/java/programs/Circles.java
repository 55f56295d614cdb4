package programs;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Scenario;

/// Programs with a thread that goes round in circles.
public final class Circles {
  private Circles() {}

  private static Scenario of(Scenario.Body... bodies) {
    return () -> List.of(bodies);
  }

  private static final class Flag {
    volatile boolean set;
    boolean plain;
    int rounds;
  }

  // The program has ended, and only daemons are left.

  private static Scenario daemon(Scenario.Body body) {
    return of(
        () -> {
          var thread =
              new Thread(
                  () -> {
                    try {
                      body.run();
                    } catch (Exception e) {
                      throw new IllegalStateException(e);
                    }
                  });
          thread.setDaemon(true);
          thread.start();
        });
  }

  static Scenario aDaemonSpins() {
    return daemon(
        () -> {
          while (true) {
            Thread.onSpinWait();
          }
        });
  }

  static Scenario aDaemonTicks() {
    var ticks = new AtomicInteger();
    return daemon(
        () -> {
          while (true) {
            Thread.sleep(1000);
            ticks.incrementAndGet();
          }
        });
  }

  static Scenario aVirtualThreadWorksOn() {
    var work = new AtomicInteger();
    return of(
        () ->
            Thread.startVirtualThread(
                () -> {
                  while (true) {
                    work.incrementAndGet();
                  }
                }));
  }

  static Scenario aDaemonPoolTicks() {
    var ticks = new AtomicInteger();
    return of(
        () -> {
          var pool =
              Executors.newScheduledThreadPool(
                  1,
                  task -> {
                    var thread = new Thread(task);
                    thread.setDaemon(true);
                    return thread;
                  });
          pool.scheduleAtFixedRate(ticks::incrementAndGet, 1, 1, TimeUnit.SECONDS);
        });
  }

  // These run for ever, and nothing changes any more.

  static Scenario nobodySets() {
    var flag = new Flag();
    return of(
        () -> {
          while (!flag.set) {}
        });
  }

  static Scenario nobodySetsAndItCounts() {
    var flag = new Flag();
    return of(
        () -> {
          var rounds = 0L;
          while (!flag.set) {
            rounds++;
            flag.rounds++;
          }
          Thread.currentThread().setName("counted " + rounds);
        });
  }

  static Scenario nobodySetsWhatWasCounted() {
    var flag = new Flag();
    return of(
        () -> {
          flag.rounds++;
          while (flag.rounds < 2) {}
        });
  }

  static Scenario bothWaitForTheOther() {
    var here = new Flag();
    var there = new Flag();
    return of(() -> asksThenSays(here, there), () -> asksThenSays(there, here));
  }

  private static void asksThenSays(Flag mine, Flag yours) throws InterruptedException {
    while (!yours.set) {
      Thread.sleep(10);
    }
    mine.set = true;
  }

  static Scenario theLockIsNeverGivenBack() {
    var held = new AtomicInteger(1);
    Scenario.Body body =
        () -> {
          while (!held.compareAndSet(0, 1)) {
            Thread.onSpinWait();
          }
        };
    return of(body, body);
  }

  static Scenario anOldValueForEver() {
    var flag = new Flag();
    return of(
        () -> flag.plain = true,
        () -> {
          while (!flag.plain) {
            flag.rounds++;
          }
        });
  }

  /// It waits, is interrupted, and says so to itself each time it wakes up.
  static Scenario interruptsItselfInAWait() {
    var lock = new Object();
    return interrupted(
        () -> {
          synchronized (lock) {
            while (true) {
              interruptsItself(lock::wait);
            }
          }
        });
  }

  static Scenario interruptsItselfInALoopOfLocks() {
    var lock = new Object();
    return interrupted(
        () -> {
          while (true) {
            interruptsItself(
                () -> {
                  synchronized (lock) {
                    lock.wait();
                  }
                });
          }
        });
  }

  static Scenario interruptsItselfAtACondition() {
    var lock = new ReentrantLock();
    var condition = lock.newCondition();
    return interrupted(
        () -> {
          lock.lock();
          while (true) {
            interruptsItself(condition::await);
          }
        });
  }

  static Scenario interruptsItselfAtASemaphore() {
    var semaphore = new Semaphore(0);
    return interrupted(
        () -> {
          while (true) {
            interruptsItself(semaphore::acquire);
          }
        });
  }

  private static void interruptsItself(Scenario.Body wait) throws Exception {
    try {
      wait.run();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// A third thread waits for nothing, as somebody may who was not interrupted.
  private static Scenario interrupted(Scenario.Body body) {
    var nothing = new Object();
    var waits = new Thread(() -> waitsFor(nothing));
    return of(
        () -> {
          waits.setDaemon(true);
          waits.start();
          var runner = Thread.currentThread();
          new Thread(runner::interrupt).start();
          body.run();
        });
  }

  private static void waitsFor(Object signal) {
    synchronized (signal) {
      try {
        signal.wait();
      } catch (InterruptedException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  /// Not even main comes to its end, and things change all the time.
  public static void flipsForEver() {
    var flag = new Flag();
    while (true) {
      flag.set = !flag.set;
    }
  }
}
