package _09_futures;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/// A task, and four stages that follow it. Each stage says in which thread it ran.
public final class Stages {
  private Stages() {}

  /// @param attachedBefore the thread of a stage that was attached before the task was done
  /// @param attachedAfter the thread of a stage that was attached afterwards
  /// @param async the thread of a stage attached with `thenApplyAsync`
  /// @param asyncInPool the same, when `thenApplyAsync` was given the pool
  public record Threads(
      String attachedBefore, String attachedAfter, String async, String asyncInPool) {}

  /// Runs the task in a pool of its own, and the stages wherever they run. Blocks until all have
  /// ended.
  public static Threads run() {
    try (var pool = Executors.newFixedThreadPool(1, Thread.ofPlatform().name("pool").factory())) {
      return run(pool);
    }
  }

  private static Threads run(Executor pool) {
    var gate = new CountDownLatch(1);
    var task = CompletableFuture.runAsync(() -> awaitQuietly(gate), pool);
    var before = task.thenApply(_ -> Thread.currentThread().getName());
    gate.countDown();
    var beforeRan = before.join(); // from here on, the task is done
    var after = task.thenApply(_ -> Thread.currentThread().getName());
    var async = task.thenApplyAsync(_ -> Thread.currentThread().getName());
    var asyncInPool = task.thenApplyAsync(_ -> Thread.currentThread().getName(), pool);
    return new Threads(beforeRan, after.join(), async.join(), asyncInPool.join());
  }

  private static void awaitQuietly(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
