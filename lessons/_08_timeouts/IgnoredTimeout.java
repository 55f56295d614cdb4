package _08_timeouts;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Scenario;

/// Two threads add one each under a lock, and wait for it no longer than a second. Is the sum 2?
public abstract sealed class IgnoredTimeout implements Scenario {
  final ReentrantLock lock = new ReentrantLock();
  int count;

  abstract void addOne() throws InterruptedException;

  @Override
  public List<Body> bodies() {
    return List.of(this::addOne, this::addOne);
  }

  @Override
  public void check() {
    if (count != 2) {
      throw new AssertionError("expected 2, saw " + count);
    }
  }

  /// Nobody looks at what `tryLock` returns.
  public static final class Broken extends IgnoredTimeout {
    @Override
    void addOne() throws InterruptedException {
      lock.tryLock(1, TimeUnit.SECONDS);
      try {
        count++;
      } finally {
        if (lock.isHeldByCurrentThread()) {
          lock.unlock();
        }
      }
    }
  }

  /// Goes on only with the lock.
  public static final class Mended extends IgnoredTimeout {
    @Override
    void addOne() throws InterruptedException {
      while (!lock.tryLock(1, TimeUnit.SECONDS)) {
        Thread.onSpinWait(); // a good place to tell somebody
      }
      try {
        count++;
      } finally {
        lock.unlock();
      }
    }
  }
}
