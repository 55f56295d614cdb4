package _04_locks.lab;

import java.util.concurrent.locks.ReentrantLock;

/// What threads take turns at, some steps of work each: it counts how often it changes hands.
final class Baton implements Runnable {
  private static final int STEPS = 200;

  private final ReentrantLock lock;
  private final Chain work = new Chain();
  private Thread last;
  private int handovers;

  Baton(ReentrantLock lock) {
    this.lock = lock;
  }

  @Override
  public void run() {
    lock.lock();
    try {
      if (last != Thread.currentThread()) {
        last = Thread.currentThread();
        handovers++;
      }
      work.goOn(STEPS);
    } finally {
      lock.unlock();
    }
  }

  /// To be called when nobody takes turns any more.
  int handovers() {
    return handovers;
  }
}
