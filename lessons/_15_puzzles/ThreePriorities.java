package _15_puzzles;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

/// What three threads do: the one of low priority holds a lock that the one of high priority wants.
/// The one of medium priority needs no lock.
public final class ThreePriorities {
  private static final int STEPS = 10_000_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final CountDownLatch locked = new CountDownLatch(1);
  private final CountDownLatch wanted = new CountDownLatch(1);
  private volatile boolean highHasIt;
  private long work = 1; // guarded by the lock

  public void low() throws InterruptedException {
    lock.lock();
    try {
      locked.countDown();
      wanted.await();
      compute();
    } finally {
      lock.unlock();
    }
  }

  public void medium() {
    while (!highHasIt && !Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait(); // stands for work that needs no lock
    }
  }

  /// How long the one of high priority waited, in nanoseconds, and whether the work was done then.
  public record Waited(long nanos, boolean workDone) {}

  public Waited high() throws InterruptedException {
    locked.await();
    wanted.countDown();
    var from = System.nanoTime();
    lock.lock();
    try {
      return new Waited(System.nanoTime() - from, work != 1);
    } finally {
      highHasIt = true;
      lock.unlock();
    }
  }

  private void compute() {
    for (var step = 0; step < STEPS; step++) {
      work ^= work << 13;
      work ^= work >>> 7;
      work ^= work << 17;
    }
  }
}
