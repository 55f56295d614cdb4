package _09_futures;

import static java.util.concurrent.CompletableFuture.runAsync;
import static java.util.concurrent.CompletableFuture.supplyAsync;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import workbook.Scenario;

/// Two tasks in a pool of two workers, and each needs another task of the same pool.
public abstract sealed class NestedTasks implements Scenario {
  private int sum;

  /// Starts a task that runs `begun`, then needs another task.
  public abstract Future<Integer> start(ExecutorService pool, Runnable begun);

  static int find() {
    return 20;
  }

  @Override
  public List<Body> bodies() {
    return List.of(
        () -> {
          try (var pool = Executors.newFixedThreadPool(2)) {
            var first = start(pool, () -> {});
            sum = start(pool, () -> {}).get() + first.get();
          }
        });
  }

  @Override
  public void check() {
    if (sum != 42) {
      throw new AssertionError("saw " + sum);
    }
  }

  public static final class Broken extends NestedTasks {
    @Override
    public Future<Integer> start(ExecutorService pool, Runnable begun) {
      return pool.submit(
          () -> {
            begun.run();
            return pool.submit(NestedTasks::find).get() + 1;
          });
    }
  }

  public static final class Mended extends NestedTasks {
    @Override
    public Future<Integer> start(ExecutorService pool, Runnable begun) {
      return runAsync(begun, pool)
          .thenCompose(_ -> supplyAsync(NestedTasks::find, pool))
          .thenApply(found -> found + 1); // nobody waits
    }
  }
}
