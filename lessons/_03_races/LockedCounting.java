package _03_races;

import java.util.concurrent.locks.ReentrantLock;

/// Two ways to count under a lock: one thread at a time reads, adds and writes.
public sealed interface LockedCounting extends Counting {
  final class Synchronized implements LockedCounting {
    private int count;

    @Override
    public void add(int times) {
      for (var i = 0; i < times; i++) {
        synchronized (this) {
          count++;
        }
      }
    }

    @Override
    public synchronized long total() {
      return count;
    }
  }

  final class Reentrant implements LockedCounting {
    private final ReentrantLock lock = new ReentrantLock();
    private int count;

    @Override
    public void add(int times) {
      for (var i = 0; i < times; i++) {
        lock.lock();
        try {
          count++;
        } finally {
          lock.unlock();
        }
      }
    }

    @Override
    public long total() {
      lock.lock();
      try {
        return count;
      } finally {
        lock.unlock();
      }
    }
  }
}
