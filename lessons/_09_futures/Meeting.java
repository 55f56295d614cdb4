package _09_futures;

import _01_processes.Standstill;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// Threads that wait until all of them have come, or until all threads are asleep: then nobody is
/// left who could still come.
public final class Meeting implements AutoCloseable {
  private final AtomicInteger missing;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread watch = Thread.ofPlatform().name("watches a meeting").unstarted(this::watch);
  private volatile boolean complete;

  /// @param number how many are to come
  public Meeting(int number) {
    missing = new AtomicInteger(number);
    watch.start();
  }

  private void watch() {
    try {
      complete = Standstill.ofThreadsComesAfter(() -> missing.get() <= 0);
    } catch (InterruptedException closed) {
      // Whoever still waits need wait no longer.
    }
    over.countDown();
  }

  /// Comes, and waits for the others.
  ///
  /// @return whether all have come
  public boolean attend() throws InterruptedException {
    missing.decrementAndGet();
    over.await();
    return complete;
  }

  /// Ends it for all who still wait. Returns when it has, or when the caller is interrupted.
  @Override
  public void close() {
    watch.interrupt();
    try {
      watch.join();
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt();
    }
  }
}
