package _04_locks;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Scenario;

/// A thread is interrupted before it gets the lock. What does its `finally` release?
public abstract sealed class AcquireInTry implements Scenario {
  public final ReentrantLock lock = new ReentrantLock();
  int money = 10;

  /// @throws InterruptedException when it was interrupted before it had the lock
  public abstract void take(int amount) throws InterruptedException;

  @Override
  public List<Body> bodies() {
    return List.of(() -> take(4), this::takeNothing);
  }

  private void takeNothing() {
    Thread.currentThread().interrupt();
    try {
      take(3);
    } catch (InterruptedException calledOff) {
      // it does without the money, as it should
    }
  }

  @Override
  public void check() {
    if (money != 6) {
      throw new AssertionError("expected 6 left, saw " + money);
    }
  }

  public static final class Broken extends AcquireInTry {
    @Override
    public void take(int amount) throws InterruptedException {
      try {
        lock.lockInterruptibly();
        money -= amount;
      } finally {
        lock.unlock();
      }
    }
  }

  public static final class Mended extends AcquireInTry {
    @Override
    public void take(int amount) throws InterruptedException {
      lock.lockInterruptibly();
      try {
        money -= amount;
      } finally {
        lock.unlock();
      }
    }
  }
}
