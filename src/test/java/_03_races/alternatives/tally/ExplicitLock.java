package _03_races.alternatives.tally;

import _03_races.Counter;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// A fair explicit lock: whoever has waited longest comes first.
public final class ExplicitLock implements Counter {
  private final Lock lock = new ReentrantLock(true);
  private int total;
  private int highest;

  @Override
  public void add(int amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("an amount is 0 or more, not " + amount);
    }
    lock.lock();
    try {
      total += amount;
      highest = Math.max(highest, total);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int total() {
    lock.lock();
    try {
      return total;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int drain() {
    lock.lock();
    try {
      var all = total;
      total = 0;
      return all;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int highest() {
    lock.lock();
    try {
      return highest;
    } finally {
      lock.unlock();
    }
  }
}
