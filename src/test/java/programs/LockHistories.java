package programs;

import static programs.Story.of;
import static programs.Story.started;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Scenario;

/// What locks and their conditions answer to one or two threads whose order is forced.
public final class LockHistories {
  private LockHistories() {}

  static Scenario lockAlone() {
    return of(
        story -> {
          var lock = new ReentrantLock();
          story.says(lock.isLocked(), lock.isHeldByCurrentThread(), lock.getHoldCount());
          lock.lock();
          story.says(lock.tryLock(), lock.tryLock(1, TimeUnit.HOURS), lock.getHoldCount());
          lock.lockInterruptibly();
          story.says(lock.isLocked(), lock.isHeldByCurrentThread(), lock.getHoldCount());
          for (var i = 0; i < 5; i++) {
            story.says(lock::unlock);
          }
          story.says(lock.isLocked(), lock.getHoldCount(), lock.isFair());
        });
  }

  static Scenario lockHeldByAnother() {
    return of(
        story -> {
          var lock = new ReentrantLock();
          var held = new CountDownLatch(1);
          var enough = new CountDownLatch(1);
          var holder =
              new Thread(
                  () -> {
                    lock.lock();
                    held.countDown();
                    story.says(() -> enough.await());
                    lock.unlock();
                  });
          holder.setName("holder");
          holder.start();
          held.await();
          var words = lock.toString();
          story.says(words.substring(words.indexOf('[')));
          story.says(lock.isLocked(), lock.isHeldByCurrentThread(), lock.getHoldCount());
          story.says(lock.tryLock(), lock.tryLock(1, TimeUnit.MILLISECONDS));
          story.says(lock.tryLock(0, TimeUnit.SECONDS), lock.tryLock(-1, TimeUnit.SECONDS));
          story.says(lock::unlock);
          enough.countDown();
          holder.join();
          story.says(lock.tryLock(), lock.getHoldCount());
        });
  }

  static Scenario lockAndInterrupts() {
    return of(
        story -> {
          var lock = new ReentrantLock();
          Thread.currentThread().interrupt();
          story.says(lock::lockInterruptibly);
          story.says(lock.isLocked(), Thread.currentThread().isInterrupted());
          Thread.currentThread().interrupt();
          lock.lock();
          story.says(Thread.currentThread().isInterrupted(), lock.tryLock());
          story.says(() -> lock.tryLock(1, TimeUnit.HOURS));
          story.says(Thread.interrupted(), lock.getHoldCount());
          Thread.currentThread().interrupt();
          story.says(lock::lockInterruptibly);
          story.says(Thread.interrupted(), lock.getHoldCount());
        });
  }

  static Scenario lockWaitersAndTheirStates() {
    return of(
        story -> {
          var lock = new ReentrantLock();
          lock.lock();
          var patient =
              started(
                  Thread.State.WAITING,
                  () -> {
                    lock.lock();
                    story.says(Thread.interrupted());
                  });
          var timed =
              started(
                  Thread.State.TIMED_WAITING,
                  () -> story.says(() -> lock.tryLock(1, TimeUnit.HOURS)));
          patient.interrupt();
          story.says(patient.isAlive());
          timed.interrupt();
          timed.join();
          var interrupted =
              started(Thread.State.WAITING, () -> story.says(lock::lockInterruptibly));
          interrupted.interrupt();
          interrupted.join();
          lock.unlock();
          patient.join();
          story.says(lock.isLocked(), lock.tryLock());
        });
  }

  static Scenario conditionWithoutItsLock() {
    return of(
        story -> {
          var lock = new ReentrantLock();
          var other = new ReentrantLock();
          var condition = lock.newCondition();
          story.says(condition::await);
          story.says(condition::awaitUninterruptibly);
          story.says(() -> condition.awaitNanos(1));
          story.says(condition::signal);
          story.says(condition::signalAll);
          story.says(() -> lock.hasWaiters(condition));
          story.says(() -> lock.getWaitQueueLength(null));
          other.lock();
          story.says(condition::signal);
          story.says(() -> other.hasWaiters(condition));
          story.says(() -> other.getWaitQueueLength(condition));
        });
  }

  static Scenario conditionTimesOut() {
    return of(
        story -> {
          var lock = new ReentrantLock();
          var condition = lock.newCondition();
          lock.lock();
          lock.lock();
          condition.signal();
          story.says(condition.awaitNanos(1000) <= 0, lock.getHoldCount());
          story.says(condition.awaitNanos(-5) <= 0, condition.await(0, TimeUnit.SECONDS));
          story.says(condition.await(1, TimeUnit.MILLISECONDS), lock.hasWaiters(condition));
          story.says(condition.awaitUntil(new Date(0)), lock.getHoldCount());
          Thread.currentThread().interrupt();
          story.says(() -> condition.awaitNanos(1));
          story.says(Thread.interrupted(), lock.getHoldCount());
        });
  }

  /// A thread that holds its lock twice and waits at the lock's condition.
  private static final class Waiter {
    final ReentrantLock lock = new ReentrantLock();
    final Condition condition = lock.newCondition();
    final CountDownLatch entered = new CountDownLatch(1);
    final Thread thread;

    Waiter(Story story, boolean interruptible) {
      thread =
          new Thread(
              () -> {
                lock.lock();
                lock.lock();
                entered.countDown();
                if (interruptible) {
                  story.says(condition::await);
                } else {
                  condition.awaitUninterruptibly();
                }
                story.says(lock.getHoldCount(), Thread.currentThread().isInterrupted());
                lock.unlock();
                lock.unlock();
              });
    }

    /// Comes back with the lock, when the thread waits.
    Waiter begin() throws InterruptedException {
      thread.start();
      entered.await();
      lock.lock();
      return this;
    }
  }

  static Scenario conditionIsSignalled() {
    return of(
        story -> {
          var waiter = new Waiter(story, true).begin();
          story.says(waiter.lock.hasWaiters(waiter.condition));
          waiter.condition.signal();
          story.says(waiter.lock.getWaitQueueLength(waiter.condition), waiter.thread.isAlive());
          waiter.lock.unlock();
          waiter.thread.join();
        });
  }

  static Scenario conditionIsInterrupted() {
    return of(
        story -> {
          var waiter = new Waiter(story, true).begin();
          waiter.thread.interrupt();
          waiter.lock.unlock();
          waiter.thread.join();
        });
  }

  static Scenario conditionIsInterruptedAfterTheSignal() {
    return of(
        story -> {
          var waiter = new Waiter(story, true).begin();
          waiter.condition.signalAll();
          waiter.thread.interrupt();
          waiter.lock.unlock();
          waiter.thread.join();
        });
  }

  static Scenario conditionWaitsThroughAnInterrupt() {
    return of(
        story -> {
          var waiter = new Waiter(story, false).begin();
          waiter.thread.interrupt();
          story.says(waiter.lock.hasWaiters(waiter.condition));
          waiter.condition.signal();
          waiter.lock.unlock();
          waiter.thread.join();
        });
  }

  static Scenario conditionWakesTheOldestFirst() {
    return of(
        story -> {
          var lock = new ReentrantLock();
          var condition = lock.newCondition();
          var threads = new ArrayList<Thread>();
          for (var name : List.of("first", "second")) {
            var entered = new CountDownLatch(1);
            var thread =
                new Thread(
                    () -> {
                      lock.lock();
                      entered.countDown();
                      condition.awaitUninterruptibly();
                      story.says(name);
                      lock.unlock();
                    });
            thread.start();
            entered.await();
            lock.lock();
            lock.unlock();
            threads.add(thread);
          }
          for (var thread : threads) {
            lock.lock();
            condition.signal();
            lock.unlock();
            thread.join();
          }
        });
  }
}
