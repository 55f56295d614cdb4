package _03_races.alternatives.tally;

import _03_races.Counter;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// A lock for looking, which many may hold, and one for changing, which keeps everybody out.
public final class ReadersTogether implements Counter {
  private final Lock looking;
  private final Lock changing;
  private int total;
  private int highest;

  public ReadersTogether() {
    var lock = new ReentrantReadWriteLock();
    looking = lock.readLock();
    changing = lock.writeLock();
  }

  @Override
  public void add(int amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("an amount is 0 or more, not " + amount);
    }
    changing.lock();
    try {
      total += amount;
      highest = Math.max(highest, total);
    } finally {
      changing.unlock();
    }
  }

  @Override
  public int total() {
    looking.lock();
    try {
      return total;
    } finally {
      looking.unlock();
    }
  }

  @Override
  public int drain() {
    changing.lock();
    try {
      var all = total;
      total = 0;
      return all;
    } finally {
      changing.unlock();
    }
  }

  @Override
  public int highest() {
    looking.lock();
    try {
      return highest;
    } finally {
      looking.unlock();
    }
  }
}
