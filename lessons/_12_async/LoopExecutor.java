package _12_async;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Threads that call what would block a loop, and tell it what came out.
final class LoopExecutor {
  private final Loop loop;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("executor-", 1).factory());

  LoopExecutor(Loop loop) {
    this.loop = loop;
  }

  <T> LoopFuture<T> call(Callable<T> blocking) {
    var future = new LoopFuture<T>(loop);
    threads.execute(
        () -> {
          try {
            var result = blocking.call();
            tell(future, () -> future.setResult(result));
          } catch (Throwable failure) {
            tell(future, () -> future.setException(failure));
          }
        });
    return future;
  }

  private void tell(LoopFuture<?> future, Runnable completion) {
    try {
      loop.callSoonThreadsafe(
          "result of an executor",
          () -> {
            if (!future.isDone()) { // it may have been cancelled
              completion.run();
            }
          });
    } catch (IllegalStateException closed) {
      // Then nobody waits for it any more.
    }
  }

  /// Interrupts the threads, and waits until they have ended: for a second at most.
  void close() {
    threads.shutdownNow();
    try {
      threads.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException later) {
      Thread.currentThread().interrupt();
    }
  }
}
