package programs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Vector;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import workbook.Scenario;

/// Correct small programs, one for each blocking class of the JDK.
public final class Classes {
  private Classes() {}

  static Scenario of(Scenario.Body... bodies) {
    return () -> List.of(bodies);
  }

  static void same(Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError(expected + ", not " + actual);
    }
  }

  static Scenario latch() {
    var latch = new CountDownLatch(1);
    var box = new int[1];
    return of(
        () -> {
          latch.await();
          same(1, box[0]);
        },
        () -> {
          box[0] = 1;
          latch.countDown();
        });
  }

  static Scenario barrier() {
    var barrier = new CyclicBarrier(2);
    var box = new int[2];
    return of(
        () -> {
          box[0] = 1;
          barrier.await();
          same(1, box[1]);
        },
        () -> {
          box[1] = 1;
          barrier.await();
          same(1, box[0]);
        });
  }

  static Scenario phaser() {
    var phaser = new Phaser(2);
    var box = new int[2];
    return of(
        () -> {
          box[0] = 1;
          phaser.arriveAndAwaitAdvance();
          same(1, box[1]);
        },
        () -> {
          box[1] = 1;
          phaser.arriveAndAwaitAdvance();
          same(1, box[0]);
        });
  }

  static Scenario exchanger() {
    var exchanger = new Exchanger<String>();
    return of(() -> same("b", exchanger.exchange("a")), () -> same("a", exchanger.exchange("b")));
  }

  static Scenario semaphore() {
    var permits = new Semaphore(1);
    var box = new int[1];
    Scenario.Body add =
        () -> {
          permits.acquire();
          box[0]++;
          permits.release();
        };
    return of(add, add);
  }

  private static Scenario handOver(BlockingQueue<Integer> queue) {
    var box = new int[1];
    return of(
        () -> {
          box[0] = 7;
          queue.put(1);
        },
        () -> {
          same(1, queue.take());
          same(7, box[0]);
        });
  }

  static Scenario arrayBlockingQueue() {
    return handOver(new ArrayBlockingQueue<>(1));
  }

  static Scenario linkedBlockingDeque() {
    return handOver(new LinkedBlockingDeque<>());
  }

  static Scenario priorityBlockingQueue() {
    return handOver(new PriorityBlockingQueue<>());
  }

  static Scenario synchronousQueue() {
    return handOver(new SynchronousQueue<>());
  }

  static Scenario linkedTransferQueue() {
    return handOver(new LinkedTransferQueue<>());
  }

  private record Soon(long at) implements Delayed {
    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(at - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(at, ((Soon) other).at);
    }
  }

  static Scenario delayQueue() {
    var queue = new DelayQueue<Soon>();
    return of(() -> queue.put(new Soon(1_000_000)), () -> same(1_000_000L, queue.take().at()));
  }

  static Scenario readWriteLock() {
    var lock = new ReentrantReadWriteLock();
    var box = new int[2];
    return of(
        () -> {
          lock.writeLock().lock();
          box[0]++;
          box[1]++;
          lock.writeLock().unlock();
        },
        () -> {
          lock.readLock().lock();
          same(box[0], box[1]);
          lock.readLock().unlock();
        });
  }

  static Scenario stampedLock() {
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
          var stamp = lock.readLock();
          same(box[0], box[1]);
          lock.unlockRead(stamp);
        });
  }

  private static final class Mutex extends AbstractQueuedSynchronizer {
    @Override
    protected boolean tryAcquire(int unused) {
      return compareAndSetState(0, 1);
    }

    @Override
    protected boolean tryRelease(int unused) {
      setState(0);
      return true;
    }
  }

  static Scenario ownSynchroniser() {
    var mutex = new Mutex();
    var box = new int[1];
    Scenario.Body add =
        () -> {
          mutex.acquire(1);
          box[0]++;
          mutex.release(1);
        };
    return of(add, add);
  }

  static Scenario completionService() {
    return of(
        () -> {
          try (var pool = Executors.newFixedThreadPool(2)) {
            var done = new ExecutorCompletionService<Integer>(pool);
            done.submit(() -> 1);
            done.submit(() -> 2);
            same(3, done.take().get() + done.take().get());
          }
        });
  }

  static Scenario scheduledPool() {
    return of(
        () -> {
          try (var pool = Executors.newScheduledThreadPool(1)) {
            same(5, pool.schedule(() -> 5, 1, TimeUnit.HOURS).get());
          }
        });
  }

  static Scenario invokeAll() {
    return of(
        () -> {
          try (var pool = Executors.newCachedThreadPool()) {
            var sum = 0;
            for (var future : pool.invokeAll(List.<Callable<Integer>>of(() -> 1, () -> 2))) {
              sum += future.get();
            }
            same(3, sum);
          }
        });
  }

  static Scenario futureTimesOut() {
    return of(
        () -> {
          try {
            new CompletableFuture<String>().get(1, TimeUnit.SECONDS);
            throw new AssertionError("it never completes");
          } catch (TimeoutException expected) {
            same(true, System.nanoTime() >= 1_000_000_000L);
          }
        });
  }

  static Scenario orTimeout() {
    return of(
        () ->
            same(
                "late",
                new CompletableFuture<String>()
                    .completeOnTimeout("late", 1, TimeUnit.SECONDS)
                    .get()));
  }

  private static final class Sum extends RecursiveTask<Integer> {
    private final int from;
    private final int to;

    Sum(int from, int to) {
      this.from = from;
      this.to = to;
    }

    @Override
    protected Integer compute() {
      if (to - from == 1) {
        return from;
      }
      var left = new Sum(from, (from + to) / 2);
      left.fork();
      return new Sum((from + to) / 2, to).compute() + left.join();
    }
  }

  static Scenario forkJoin() {
    return of(() -> same(3, new ForkJoinPool(2).invoke(new Sum(0, 3))));
  }

  static Scenario threadLocals() {
    var local = ThreadLocal.withInitial(() -> 0);
    Scenario.Body mine =
        () -> {
          local.set(local.get() + 1);
          same(1, local.get());
        };
    return of(mine, mine);
  }

  static Scenario atomics() {
    var adder = new LongAdder();
    var reference = new AtomicReference<>(List.of());
    var number = new AtomicInteger();
    Scenario.Body add =
        () -> {
          adder.increment();
          number.updateAndGet(n -> n + 1);
          var list = reference.get();
          while (!reference.compareAndSet(list, List.of(list))) {
            list = reference.get();
          }
        };
    return of(add, add);
  }

  static Scenario synchronizedCollections() {
    var list = Collections.synchronizedList(new ArrayList<Integer>());
    var vector = new Vector<Integer>();
    Scenario.Body addIfEmpty =
        () -> {
          synchronized (list) {
            if (list.isEmpty()) {
              list.add(1);
            }
          }
          vector.add(1);
          same(1, list.size());
        };
    return of(addIfEmpty, addIfEmpty);
  }

  static Scenario copyOnWrite() {
    var list = new CopyOnWriteArrayList<>(List.of(1, 2));
    return of(
        () -> list.add(3),
        () -> {
          var sum = 0;
          for (var item : list) {
            sum += item;
          }
          same(true, sum == 3 || sum == 6);
        });
  }

  static Scenario sleepingInOrder() {
    var box = new AtomicInteger();
    return of(
        () -> {
          Thread.sleep(10);
          box.incrementAndGet();
        },
        () -> {
          var end = System.nanoTime() + 20_000_000;
          TimeUnit.MILLISECONDS.sleep(20);
          same(true, System.nanoTime() >= end);
        });
  }

  static Scenario builders() {
    return of(
        () -> {
          var seen = new AtomicInteger();
          var a = Thread.ofVirtual().name("v-", 1).start(seen::incrementAndGet);
          var b = Thread.ofPlatform().daemon().name("p").unstarted(seen::incrementAndGet);
          b.start();
          a.join();
          b.join();
          same(2, seen.get());
          same("v-1", a.getName());
        });
  }
}
