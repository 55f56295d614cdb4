package _04_locks;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Scenario;

/// Two threads need two locks. Does it matter in which order they take or release them?
public abstract sealed class ReleaseOrder implements Scenario {
  public final ReentrantLock a = new ReentrantLock();
  public final ReentrantLock b = new ReentrantLock();

  /// Releases in reverse order, as brackets close.
  static void inReverse(Lock first, Lock second) throws InterruptedException {
    first.lockInterruptibly();
    try {
      second.lockInterruptibly();
      second.unlock();
    } finally {
      first.unlock();
    }
  }

  /// Releases first what it took first.
  static void inTheSameOrder(Lock first, Lock second) throws InterruptedException {
    first.lockInterruptibly();
    try {
      second.lockInterruptibly();
    } finally {
      first.unlock(); // another thread may take it, and waits for the second
    }
    second.unlock();
  }

  /// Neatly released, but taken in two orders.
  public static final class Broken extends ReleaseOrder {
    @Override
    public List<Body> bodies() {
      return List.of(() -> inReverse(a, b), () -> inReverse(b, a));
    }
  }

  /// Released in two orders, but taken in one.
  public static final class Mended extends ReleaseOrder {
    @Override
    public List<Body> bodies() {
      return List.of(() -> inReverse(a, b), () -> inTheSameOrder(a, b));
    }
  }
}
