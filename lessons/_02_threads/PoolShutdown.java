package _02_threads;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// A pool with one worker is shut down while one task is at work and three wait in its queue.
public final class PoolShutdown {
  public static final int TASKS = 4;

  private PoolShutdown() {}

  /// @param before how many futures were done before the pool was shut down
  /// @param after the futures when the pool has ended, in the order submitted
  /// @param refused whether the pool refused one more task
  public record Ended(int before, List<Future<Integer>> after, boolean refused) {}

  /// @param shutdown how it is done, for example [ExecutorService#shutdown]
  public static Ended by(Consumer<ExecutorService> shutdown) throws InterruptedException {
    var begun = new CountDownLatch(1);
    var gate = new CountDownLatch(1);
    try (var pool = Executors.newSingleThreadExecutor()) {
      var futures =
          IntStream.rangeClosed(1, TASKS)
              .mapToObj(
                  number ->
                      pool.submit(
                          () -> {
                            begun.countDown();
                            gate.await();
                            if (Thread.interrupted()) { // just before the gate opened
                              throw new InterruptedException();
                            }
                            return number * number;
                          }))
              .toList();
      begun.await(); // the first task is at work, the others are in the queue
      var before = (int) futures.stream().filter(Future::isDone).count();
      shutdown.accept(pool);
      var refused = refuses(pool);
      gate.countDown();
      return new Ended(before, futures, refused);
    } // close() waits for the worker to end
  }

  private static boolean refuses(ExecutorService pool) {
    try {
      pool.execute(() -> {});
      return false;
    } catch (RejectedExecutionException refused) {
      return true;
    }
  }
}
