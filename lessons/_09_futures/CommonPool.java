package _09_futures;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/// A parallel stream computes in the common pool, and so does everybody else.
public final class CommonPool {
  private CommonPool() {}

  /// Blocks every worker of the common pool until `done` is counted down. Returns when the last of
  /// them is blocked.
  public static void block(CountDownLatch done) throws InterruptedException {
    var workers = ForkJoinPool.commonPool().getParallelism();
    var blocked = new CountDownLatch(workers);
    for (var worker = 0; worker < workers; worker++) {
      ForkJoinPool.commonPool()
          .execute(
              () -> {
                blocked.countDown();
                awaitQuietly(done); // as if for the answer of a slow server
              });
    }
    blocked.await();
  }

  public static long sequential(int pieces, IntToLongFunction work) {
    return IntStream.range(0, pieces).mapToLong(work).sum();
  }

  public static long parallel(int pieces, IntToLongFunction work) {
    return IntStream.range(0, pieces).parallel().mapToLong(work).sum();
  }

  private static void awaitQuietly(CountDownLatch done) {
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
