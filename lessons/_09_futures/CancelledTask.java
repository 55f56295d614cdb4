package _09_futures;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/// A task with much to do: it works on until it is told to stop, in one way or another.
public abstract sealed class CancelledTask implements Runnable {
  public final CountDownLatch begun = new CountDownLatch(1);
  public final CountDownLatch ended = new CountDownLatch(1);
  public final AtomicLong steps = new AtomicLong();
  private volatile boolean released;

  abstract boolean isAskedToStop();

  @Override
  public final void run() {
    begun.countDown();
    while (!isAskedToStop() && !released) {
      steps.incrementAndGet();
    }
    ended.countDown();
  }

  /// Lets the task end, if nothing else did.
  public final void release() {
    released = true;
  }

  public static final class NeverLooks extends CancelledTask {
    @Override
    boolean isAskedToStop() {
      return false;
    }
  }

  public static final class Looks extends CancelledTask {
    @Override
    boolean isAskedToStop() {
      return Thread.currentThread().isInterrupted();
    }
  }
}
