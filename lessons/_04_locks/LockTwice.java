package _04_locks;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;
import workbook.Scenario;

/// A thread holds a lock and calls a method that takes the same lock. Does it wait for itself?
public abstract sealed class LockTwice implements Scenario {
  private final Lock lock;
  private int steps;

  LockTwice(Lock lock) {
    this.lock = lock;
  }

  private void outer() {
    lock.lock();
    try {
      inner();
    } finally {
      lock.unlock();
    }
  }

  private void inner() {
    lock.lock();
    try {
      steps++;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Body> bodies() {
    return List.of(this::outer); // one thread is enough
  }

  /// A lock that doesn't know who holds it.
  public static final class Broken extends LockTwice {
    public Broken() {
      super(new StampedLock().asWriteLock());
    }
  }

  /// A reentrant lock lets its owner in again.
  public static final class Mended extends LockTwice {
    public Mended() {
      super(new ReentrantLock());
    }
  }
}
