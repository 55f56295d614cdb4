package programs;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/// Programs that fail for a reason that a report easily gets wrong.
public final class Overlooked {
  private Overlooked() {}

  /// Main asks for the result, and swallows what it gets.
  public static void caughtByMain() throws InterruptedException {
    var parsed = CompletableFuture.supplyAsync(() -> Integer.parseInt("12x")).thenApply(n -> n + 1);
    try {
      parsed.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("no number");
    }
  }

  /// Main asks for the result, and ends by what it gets.
  public static void thrownOn() {
    CompletableFuture.supplyAsync(() -> Integer.parseInt("12x")).join();
  }

  /// A task waits for a task of its own pool; another pool has nothing to do.
  public static void besideAnIdlePool() throws Exception {
    try (var one = Executors.newSingleThreadExecutor();
        var other = Executors.newSingleThreadExecutor()) {
      other.submit(() -> {}).get();
      one.submit(() -> one.submit(() -> 1).get()).get();
    }
  }

  /// A worker has counted once, and has nothing more to do.
  public static void countedOnce() throws InterruptedException {
    var done = new CountDownLatch(2);
    try (var pool = Executors.newSingleThreadExecutor()) {
      pool.execute(done::countDown);
      done.await();
    }
  }

  /// Two numbers may be equal and yet two objects.
  public static void boxes() throws InterruptedException {
    var count = new AtomicReference<>(1_000);
    Runnable add = () -> count.compareAndSet(1_000, 1_001);
    var other = new Thread(add);
    other.start();
    add.run();
    other.join();
    throw new IllegalStateException("lost: " + System.identityHashCode(count));
  }
}
