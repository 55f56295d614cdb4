package programs;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Scenario;
import workbook.explore.FinalStates;

/// Programs in which one wake-up meets another: an interrupt and a notification, the permit of an
/// `unpark` and a wait for something else.
public final class Crossing {
  private Crossing() {}

  private interface Act {
    void run() throws InterruptedException;
  }

  private static Scenario of(Act program) {
    return () -> List.of(program::run);
  }

  private static Thread started(Thread.Builder builder, Act act) {
    return builder.start(
        () -> {
          try {
            act.run();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static Thread started(Act act) {
    return started(Thread.ofPlatform(), act);
  }

  // An interrupt and then a notification, and the waiter can't have the lock in between

  /// One thread that waits, and one that interrupts it and then tells it. Both are in a critical
  /// section whenever they call a method.
  private static final class Meeting {
    private boolean waiting;
    private boolean crossed;
    private boolean over;

    /// How the wait ended is told to [FinalStates], if it had begun when it was interrupted.
    void waits(Act wait) {
      if (over) {
        return;
      }
      waiting = true;
      var ended = "";
      try {
        wait.run();
        ended = Thread.interrupted() ? "told and interrupted" : "told";
      } catch (InterruptedException e) {
        ended = "thrown";
      }
      if (crossed) {
        FinalStates.add(ended);
      }
    }

    void interruptsAndTells(Thread waiter, Act tell) throws InterruptedException {
      over = true;
      crossed = waiting;
      waiter.interrupt();
      tell.run();
    }
  }

  private static Scenario onMonitor(Object lock, Act tell) {
    return of(
        () -> {
          var meeting = new Meeting();
          var waiter =
              started(
                  () -> {
                    synchronized (lock) {
                      meeting.waits(lock::wait);
                    }
                  });
          synchronized (lock) {
            meeting.interruptsAndTells(waiter, tell);
          }
        });
  }

  static Scenario notifies() {
    var lock = new Object();
    return onMonitor(lock, lock::notify);
  }

  static Scenario notifiesAll() {
    var lock = new Object();
    return onMonitor(lock, lock::notifyAll);
  }

  private static Scenario onCondition(ReentrantLock lock, Act wait, Act tell) {
    return of(
        () -> {
          var meeting = new Meeting();
          var waiter =
              started(
                  () -> {
                    lock.lock();
                    meeting.waits(wait);
                    lock.unlock();
                  });
          lock.lock();
          meeting.interruptsAndTells(waiter, tell);
          lock.unlock();
        });
  }

  static Scenario signals() {
    var lock = new ReentrantLock();
    var condition = lock.newCondition();
    return onCondition(lock, condition::await, condition::signal);
  }

  static Scenario signalsAll() {
    var lock = new ReentrantLock();
    var condition = lock.newCondition();
    return onCondition(lock, condition::await, condition::signalAll);
  }

  static Scenario signalsWhoIgnoresInterrupts() {
    var lock = new ReentrantLock();
    var condition = lock.newCondition();
    return onCondition(lock, condition::awaitUninterruptibly, condition::signal);
  }

  // A permit, then a wait for something else, then a park

  private static Scenario parksAfter(Act wait, Act let) {
    return of(
        () -> {
          started(let);
          LockSupport.unpark(Thread.currentThread());
          wait.run();
          LockSupport.park();
        });
  }

  private static Scenario parksAfterLock(ReentrantLock lock, Act wait) {
    return parksAfter(
        wait,
        () -> {
          lock.lock();
          lock.unlock();
        });
  }

  static Scenario parksAfterLock() {
    var lock = new ReentrantLock();
    return parksAfterLock(
        lock,
        () -> {
          lock.lock();
          lock.unlock();
        });
  }

  static Scenario parksAfterLockInterruptibly() {
    var lock = new ReentrantLock();
    return parksAfterLock(
        lock,
        () -> {
          lock.lockInterruptibly();
          lock.unlock();
        });
  }

  static Scenario parksAfterTimedLock() {
    var lock = new ReentrantLock();
    return parksAfterLock(
        lock,
        () -> {
          if (lock.tryLock(1, TimeUnit.DAYS)) {
            lock.unlock();
          }
        });
  }

  static Scenario parksAfterCondition() {
    var lock = new ReentrantLock();
    var condition = lock.newCondition();
    return parksAfter(
        () -> {
          lock.lock();
          condition.awaitNanos(1_000);
          lock.unlock();
        },
        () -> {});
  }

  static Scenario parksAfterAcquire() {
    var semaphore = new Semaphore(0);
    return parksAfter(semaphore::acquire, semaphore::release);
  }

  static Scenario parksAfterLatch() {
    var latch = new CountDownLatch(1);
    return parksAfter(latch::await, latch::countDown);
  }

  static Scenario parksAfterTake() {
    var queue = new ArrayBlockingQueue<Integer>(1);
    return parksAfter(queue::take, () -> queue.put(1));
  }

  static Scenario parksAfterJoiningAVirtualThread() {
    return parksAfter(() -> started(Thread.ofVirtual(), () -> {}).join(), () -> {});
  }

  static Scenario parksAfterSynchronized() {
    var lock = new Object();
    return parksAfter(
        () -> {
          synchronized (lock) {
            FinalStates.add("in");
          }
        },
        () -> {
          synchronized (lock) {
            FinalStates.add("in");
          }
        });
  }

  static Scenario parksAfterJoin() {
    return parksAfter(() -> started(() -> {}).join(), () -> {});
  }

  static Scenario parksAfterSleep() {
    return parksAfter(() -> Thread.sleep(1), () -> {});
  }

  /// A permit that came while it waited may be gone, too.
  static Scenario parksAfterAPermitMeanwhile() {
    var lock = new ReentrantLock();
    return of(
        () -> {
          lock.lock();
          var parks =
              started(
                  () -> {
                    lock.lock();
                    lock.unlock();
                    LockSupport.park();
                  });
          LockSupport.unpark(parks);
          lock.unlock();
        });
  }

  /// Looks before it parks, so it can do without the permit.
  static Scenario looksAndParks() {
    var lock = new ReentrantLock();
    return of(
        () -> {
          var me = Thread.currentThread();
          var told = new CountDownLatch(1);
          started(
              () -> {
                told.countDown();
                LockSupport.unpark(me);
                lock.lock();
                lock.unlock();
              });
          lock.lock();
          lock.unlock();
          while (told.getCount() > 0) {
            LockSupport.park();
          }
        });
  }
}
