package programs;

import static programs.Classes.of;
import static programs.Classes.same;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import workbook.Scenario;

/// Small programs that use a blocking class of the JDK wrongly.
public final class BrokenClasses {
  private BrokenClasses() {}

  static Scenario latchTooEarly() {
    var latch = new CountDownLatch(1);
    var box = new int[1];
    return of(
        () -> {
          latch.await();
          same(1, box[0]);
        },
        () -> {
          latch.countDown();
          box[0] = 1;
        });
  }

  static Scenario barrierPassedBefore() {
    var barrier = new CyclicBarrier(2);
    var box = new int[2];
    return of(
        () -> {
          box[0] = 1;
          barrier.await();
          same(1, box[1]);
        },
        () -> {
          barrier.await();
          box[1] = 1;
        });
  }

  static Scenario poolNobodyFeeds() {
    var ready = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    return of(
        () -> {
          var pool = Executors.newFixedThreadPool(1);
          pool.execute(ready::countDown);
          ready.await();
          never.await();
        });
  }

  static Scenario twoPermits() {
    var permits = new Semaphore(2);
    var box = new int[1];
    Scenario.Body add =
        () -> {
          permits.acquire();
          box[0]++;
          permits.release();
        };
    return of(add, add);
  }

  static Scenario writesUnderTheReadLock() {
    var lock = new ReentrantReadWriteLock();
    var box = new int[1];
    Scenario.Body add =
        () -> {
          lock.readLock().lock();
          box[0]++;
          lock.readLock().unlock();
        };
    return of(add, add);
  }

  static Scenario optimisticReadUnchecked() {
    var lock = new StampedLock();
    var box = new int[2];
    return of(
        () -> {
          var stamp = lock.writeLock();
          box[0]++;
          box[1]++;
          lock.unlockWrite(stamp);
        },
        () -> {
          lock.tryOptimisticRead();
          same(box[0], box[1]);
        });
  }

  static Scenario givesUpTooSoon() {
    return of(
        () -> {
          var future = CompletableFuture.supplyAsync(() -> 1);
          same(1, future.get(1, TimeUnit.SECONDS));
        });
  }

  static Scenario forkedTasksShare() {
    var box = new int[1];
    return of(
        () -> {
          var pool = new ForkJoinPool(2);
          var a = pool.submit(() -> box[0]++);
          var b = pool.submit(() -> box[0]++);
          a.join();
          b.join();
          same(2, box[0]);
        });
  }

  /// The thread that starts the other adds, too.
  static Scenario starterAddsToo() {
    var sum = new AtomicInteger();
    return new Scenario() {
      @Override
      public List<Body> bodies() {
        return List.of();
      }

      @Override
      public void check() throws InterruptedException {
        sum.set(5);
        var other = Thread.ofPlatform().name("other").start(() -> sum.set(sum.get() + 1));
        sum.set(sum.get() + 1);
        other.join();
        same(7, sum.get());
      }
    };
  }

  /// A thread runs whatever the other has put into a field: in the end, code that fails.
  static Scenario runsWhatTheOtherLeaves() {
    return new Scenario() {
      private volatile Runnable task = () -> {};

      @Override
      public List<Body> bodies() {
        return List.of(() -> task = () -> same(1, 2), () -> task.run());
      }
    };
  }
}
