package _03_races.traps.tally;

import _03_races.Counter;
import book.Trap;
import java.util.concurrent.locks.ReentrantLock;

@Trap(
    belief = "for a look, what was true a moment ago is good enough",
    fails = "twoThreadsLoseNothing",
    saying = "one thread added 1, and then found the total 0")
public final class OldNews implements Counter {
  private final ReentrantLock lock = new ReentrantLock();
  private int total;
  private int highest;
  private volatile int lastTotal;

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
    if (lock.tryLock()) {
      try {
        lastTotal = total;
      } finally {
        lock.unlock();
      }
    }
    return lastTotal;
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
