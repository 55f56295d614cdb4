package scenarios.more;

import static scenarios.more.Program.expect;
import static scenarios.more.Program.expectEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Executors: what a task must not do, and what nobody hears of.
final class Pools {
  private Pools() {}

  private static Program sharedCounter(Callable<ExecutorService> make, boolean atomic) {
    var plain = new int[1];
    var safe = new AtomicInteger();
    return Program.of(
        () -> {
          try (var pool = make.call()) {
            for (var i = 0; i < 2; i++) {
              pool.execute(
                  () -> {
                    if (atomic) {
                      safe.incrementAndGet();
                    } else {
                      plain[0]++;
                    }
                  });
            }
          }
          expectEquals(2, plain[0] + safe.get());
        });
  }

  static Program fixedBad() {
    return sharedCounter(() -> Executors.newFixedThreadPool(2), false);
  }

  static Program fixedGood() {
    return sharedCounter(() -> Executors.newFixedThreadPool(2), true);
  }

  static Program cachedBad() {
    return sharedCounter(Executors::newCachedThreadPool, false);
  }

  static Program cachedGood() {
    return sharedCounter(Executors::newCachedThreadPool, true);
  }

  static Program virtualBad() {
    return sharedCounter(Executors::newVirtualThreadPerTaskExecutor, false);
  }

  static Program virtualGood() {
    return sharedCounter(Executors::newVirtualThreadPerTaskExecutor, true);
  }

  static Program singleBad() {
    return sharedCounter(() -> Executors.newWorkStealingPool(2), false);
  }

  static Program singleGood() {
    return sharedCounter(Executors::newSingleThreadExecutor, false);
  }

  static Program workStealingBad() {
    return sharedCounter(() -> new ForkJoinPool(2), false);
  }

  static Program workStealingGood() {
    return sharedCounter(() -> new ForkJoinPool(2), true);
  }

  /// A task that waits for a task behind it in the only thread's queue.
  private static Program nested(int threads) {
    return Program.of(
        () -> {
          try (var pool = Executors.newFixedThreadPool(threads)) {
            var outer = pool.submit(() -> pool.submit(() -> 1).get());
            expectEquals(1, outer.get());
          }
        });
  }

  static Program nestedBad() {
    return nested(1);
  }

  static Program nestedGood() {
    return nested(2);
  }

  /// `shutdownNow` throws away what has not begun.
  private static Program shutdown(boolean now) {
    var done = new AtomicInteger();
    return Program.of(
            () -> {
              var pool = Executors.newSingleThreadExecutor();
              pool.execute(done::incrementAndGet);
              pool.execute(done::incrementAndGet);
              if (now) {
                pool.shutdownNow();
              } else {
                pool.shutdown();
              }
              expect(pool.awaitTermination(1, TimeUnit.DAYS) || !now, "ends some day");
            })
        .then(() -> expect(now ? done.get() == 2 : done.get() <= 2, "both are done"));
  }

  static Program shutdownNowBad() {
    return shutdown(true);
  }

  static Program shutdownNowGood() {
    return shutdown(false);
  }

  /// Takes a time-out of `awaitTermination` for the end.
  static Program awaitTerminationBad() {
    var done = new AtomicInteger();
    return Program.of(
        () -> {
          var pool = Executors.newFixedThreadPool(2);
          pool.execute(done::incrementAndGet);
          pool.shutdown();
          pool.awaitTermination(1, TimeUnit.SECONDS);
          expectEquals(1, done.get());
        });
  }

  static Program awaitTerminationGood() {
    var done = new AtomicInteger();
    return Program.of(
        () -> {
          var pool = Executors.newFixedThreadPool(2);
          pool.execute(done::incrementAndGet);
          pool.shutdown();
          while (!pool.awaitTermination(1, TimeUnit.SECONDS)) {}
          expectEquals(1, done.get());
        });
  }

  static Program rejectedBad() {
    var pool = Executors.newSingleThreadExecutor();
    return Program.of(pool::shutdown, () -> pool.submit(() -> 1).get());
  }

  static Program rejectedGood() {
    var pool = Executors.newSingleThreadExecutor();
    return Program.of(
        pool::shutdown,
        () -> {
          try {
            pool.submit(() -> 1).get();
          } catch (RejectedExecutionException closed) {
            // told, and nothing was lost
          }
        });
  }

  /// A bounded pool with nowhere to put the third task.
  private static Program bounded(boolean callerRuns) {
    var done = new AtomicInteger();
    return Program.of(
        () -> {
          var pool = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1));
          if (callerRuns) {
            pool.setRejectedExecutionHandler(new ThreadPoolExecutor.CallerRunsPolicy());
          }
          for (var i = 0; i < 3; i++) {
            pool.execute(done::incrementAndGet);
          }
          pool.close();
          expectEquals(3, done.get());
        });
  }

  static Program boundedBad() {
    return bounded(false);
  }

  static Program boundedGood() {
    return bounded(true);
  }

  private static final class Sum extends RecursiveTask<Integer> {
    private final int from;
    private final int to;
    private final boolean joins;

    Sum(int from, int to, boolean joins) {
      this.from = from;
      this.to = to;
      this.joins = joins;
    }

    @Override
    protected Integer compute() {
      if (to - from == 1) {
        return from;
      }
      var middle = (from + to) / 2;
      var left = new Sum(from, middle, joins);
      var right = new Sum(middle, to, joins);
      left.fork();
      var rightSum = right.compute();
      return rightSum + (joins ? left.join() : left.isDone() ? left.getRawResult() : 0);
    }
  }

  static Program recursiveBad() {
    return Program.of(
        () -> {
          try (var pool = new ForkJoinPool(2)) {
            expectEquals(3, pool.invoke(new Sum(1, 3, false)));
          }
        });
  }

  static Program recursiveGood() {
    return Program.of(
        () -> {
          try (var pool = new ForkJoinPool(2)) {
            expectEquals(3, pool.invoke(new Sum(1, 3, true)));
          }
        });
  }

  /// `invokeAll` returns when all are done, but a failure only shows to those who ask.
  private static Program invokeAll(boolean asks) {
    return Program.of(
        () -> {
          try (var pool = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> tasks =
                List.of(
                    () -> 1,
                    () -> {
                      throw new IllegalStateException("no luck");
                    });
            var failures = 0;
            for (var future : pool.invokeAll(tasks)) {
              if (asks && future.state() == Future.State.FAILED) {
                failures++;
              }
            }
            expectEquals(1, failures);
          }
        });
  }

  static Program invokeAllBad() {
    return invokeAll(false);
  }

  static Program invokeAllGood() {
    return invokeAll(true);
  }

  static Program invokeAnyBad() {
    return Program.of(
        () -> {
          try (var pool = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> tasks = List.of(() -> 1, () -> 2);
            expectEquals(1, pool.invokeAny(tasks));
          }
        });
  }

  static Program invokeAnyGood() {
    return Program.of(
        () -> {
          try (var pool = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> tasks = List.of(() -> 1, () -> 2);
            expect(pool.invokeAny(tasks) <= 2, "one of them");
          }
        });
  }

  /// Completion order is not submission order.
  private static Program completion(boolean inOrder) {
    return Program.of(
        () -> {
          try (var pool = Executors.newFixedThreadPool(2)) {
            var done = new ExecutorCompletionService<Integer>(pool);
            done.submit(() -> 1);
            done.submit(() -> 2);
            var results = new ArrayList<Integer>();
            for (var i = 0; i < 2; i++) {
              results.add(done.take().get());
            }
            expect(inOrder ? results.equals(List.of(1, 2)) : results.contains(2), "" + results);
          }
        });
  }

  static Program completionOrderBad() {
    return completion(true);
  }

  static Program completionOrderGood() {
    return completion(false);
  }

  static Program swallowedBad() {
    var done = new AtomicInteger();
    return Program.of(
        () -> {
          try (var pool = Executors.newFixedThreadPool(1)) {
            pool.submit(
                () -> {
                  if (done.get() == 0) {
                    throw new IllegalStateException("no luck");
                  }
                  done.incrementAndGet();
                });
          }
          expectEquals(1, done.get());
        });
  }

  static Program swallowedGood() {
    return Program.of(
        () -> {
          try (var pool = Executors.newFixedThreadPool(1)) {
            var future =
                pool.submit(
                    () -> {
                      throw new IllegalStateException("no luck");
                    });
            try {
              future.get();
              expect(false, "must throw");
            } catch (ExecutionException told) {
              expect(told.getCause() instanceof IllegalStateException, "the task's own");
            }
          }
        });
  }

  private static Program local(boolean removes) {
    var user = new ThreadLocal<String>();
    return Program.of(
        () -> {
          try (var pool = Executors.newFixedThreadPool(1)) {
            pool.submit(
                () -> {
                  user.set("ann");
                  if (removes) {
                    user.remove();
                  }
                });
            expect(pool.submit(() -> user.get() == null).get(), "sees the user before");
          }
        });
  }

  static Program threadLocalBad() {
    return local(false);
  }

  static Program threadLocalGood() {
    return local(true);
  }

  /// A worker that waits at a queue without places: it looks a hundred times before it sleeps.
  static Program idleGood() {
    return Program.of(
        () -> {
          var queue = new SynchronousQueue<Runnable>();
          var pool = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, queue);
          pool.submit(() -> LockSupport.parkNanos(900_000_000)).get();
          pool.shutdownNow();
        });
  }
}
