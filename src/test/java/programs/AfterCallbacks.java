package programs;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;

/// What a task does last, somebody sees before its future is done. Each throws when that happens.
public final class AfterCallbacks {
  private static volatile boolean told;

  private AfterCallbacks() {}

  private static void mustBeDone(FutureTask<?> future) {
    if (!future.isDone()) {
      throw new IllegalStateException("told, and not done");
    }
  }

  public static void latch() throws InterruptedException {
    var latch = new CountDownLatch(1);
    var future = new FutureTask<>(latch::countDown, "x");
    new Thread(future).start();
    latch.await();
    mustBeDone(future);
  }

  public static void lambda() throws InterruptedException {
    var latch = new CountDownLatch(1);
    var future =
        new FutureTask<>(
            () -> {
              latch.countDown();
              return "x";
            });
    new Thread(future).start();
    latch.await();
    mustBeDone(future);
  }

  public static void semaphore() throws InterruptedException {
    var permits = new Semaphore(0);
    var future = new FutureTask<>(permits::release, "x");
    new Thread(future).start();
    permits.acquire();
    mustBeDone(future);
  }

  public static void field() {
    var future =
        new FutureTask<>(
            () -> {
              told = true;
              return "x";
            });
    new Thread(future).start();
    if (told) {
      mustBeDone(future);
    }
  }

  /// The last that the task does is to throw what the library throws.
  public static void thrown() {
    var latch = new CountDownLatch(1);
    var future =
        new FutureTask<>(
            () -> {
              latch.await();
              return "x";
            });
    var thread = new Thread(future);
    thread.start();
    thread.interrupt();
    while (thread.isInterrupted()) {
      Thread.onSpinWait();
    }
    mustBeDone(future);
  }

  /// Waits for the future itself.
  public static void mended() throws Exception {
    var latch = new CountDownLatch(1);
    var future = new FutureTask<>(latch::countDown, "x");
    new Thread(future).start();
    latch.await();
    future.get();
    mustBeDone(future);
  }
}
