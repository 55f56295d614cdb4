package _10_servers;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;

/// The same work, divided among few threads or among very many.
public final class ManyThreads {
  private ManyThreads() {}

  /// Divides the work evenly among that many threads, which begin once all of them are there.
  /// Blocks until all have ended.
  ///
  /// @param pieces each takes a core about a millisecond
  /// @throws OutOfMemoryError when the system gives no more threads
  public static void compute(int pieces, int threads) throws InterruptedException {
    var all = new ArrayList<Thread>();
    var begin = new CountDownLatch(1);
    try {
      for (var n = 0; n < threads; n++) {
        var share = pieces * (n + 1) / threads - pieces * n / threads;
        all.add(Thread.ofPlatform().start(() -> compute(share, begin)));
      }
      begin.countDown();
      for (var thread : all) {
        thread.join();
      }
    } finally {
      all.forEach(Thread::interrupt);
    }
  }

  private static void compute(int share, CountDownLatch begin) {
    try {
      begin.await();
      for (var n = 0; n < share && !Thread.currentThread().isInterrupted(); n++) {
        Computation.run();
      }
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
    }
  }
}
