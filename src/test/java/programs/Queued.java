package programs;

import static programs.Classes.of;
import static programs.Classes.same;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import workbook.Scenario;

/// Programs that ask a lock who waits for it.
public final class Queued {
  private Queued() {}

  private static void spin(BooleanSupplier until) {
    while (!until.getAsBoolean()) {
      Thread.yield();
    }
  }

  // Whoever asks may see the other one wait

  static Scenario nobodyWaitsForTheLock() {
    var lock = new ReentrantLock();
    Scenario.Body body =
        () -> {
          lock.lock();
          same(false, lock.hasQueuedThreads());
          lock.unlock();
        };
    return of(body, body);
  }

  static Scenario nobodyWaitsForThePermit() {
    var permit = new Semaphore(1);
    Scenario.Body body =
        () -> {
          permit.acquire();
          same(0, permit.getQueueLength());
          permit.release();
        };
    return of(body, body);
  }

  static Scenario nobodyWaitsToWrite() {
    var locks = new ReentrantReadWriteLock();
    Scenario.Body body =
        () -> {
          locks.writeLock().lock();
          same(false, locks.hasQueuedThreads());
          locks.writeLock().unlock();
        };
    return of(body, body);
  }

  static Scenario nobodyTakesAllPermits() {
    var permits = new Semaphore(2);
    return of(
        () -> same(true, permits.availablePermits() > 0),
        () -> permits.release(permits.drainPermits()));
  }

  // Whoever waits for it to happen goes on

  static Scenario untilSomebodyWaits() {
    var lock = new ReentrantLock();
    return of(
        () -> {
          lock.lock();
          var other =
              new Thread(
                  () -> {
                    lock.lock();
                    lock.unlock();
                  });
          other.start();
          spin(() -> lock.hasQueuedThread(other));
          same(1, lock.getQueueLength());
          same(false, lock.hasQueuedThread(Thread.currentThread()));
          lock.unlock();
          other.join();
          same(false, lock.hasQueuedThreads());
        });
  }

  static Scenario whoIsSignalledWaitsForTheLock() {
    var lock = new ReentrantLock();
    var condition = lock.newCondition();
    return of(
        () -> {
          lock.lock();
          if (lock.hasWaiters(condition)) {
            same(1, lock.getWaitQueueLength(condition));
            condition.signal();
            same(true, lock.hasQueuedThreads());
            same(false, lock.hasWaiters(condition));
          }
          lock.unlock();
        },
        () -> {
          lock.lock();
          condition.await(1, TimeUnit.SECONDS);
          same(true, lock.isHeldByCurrentThread());
          same(1, lock.getHoldCount());
          lock.unlock();
        });
  }

  static Scenario whoGivesUpWaitsNoMore() {
    var lock = new ReentrantLock();
    return of(
        () -> {
          lock.lock();
          var other =
              new Thread(
                  () -> {
                    try {
                      same(false, lock.tryLock(1, TimeUnit.SECONDS));
                    } catch (InterruptedException impossible) {
                      throw new AssertionError(impossible);
                    }
                  });
          other.start();
          other.join();
          same(0, lock.getQueueLength());
          lock.unlock();
        });
  }

  static Scenario untilSomebodyWaitsToRead() {
    var locks = new ReentrantReadWriteLock();
    return of(
        () -> {
          locks.writeLock().lock();
          var reader =
              new Thread(
                  () -> {
                    locks.readLock().lock();
                    locks.readLock().unlock();
                  });
          reader.start();
          spin(locks::hasQueuedThreads);
          same(1, locks.getQueueLength());
          same(true, locks.hasQueuedThread(reader));
          same(1, locks.getWriteHoldCount());
          same(0, locks.getReadLockCount());
          locks.writeLock().unlock();
        });
  }

  static Scenario untilSomebodyWaitsForAPermit() {
    var permit = new Semaphore(0);
    return of(
        () -> {
          spin(permit::hasQueuedThreads);
          same(1, permit.getQueueLength());
          same(0, permit.drainPermits());
          permit.release();
        },
        permit::acquire);
  }
}
