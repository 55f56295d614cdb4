package _03_races.traps.tally;

import _03_races.Counter;
import book.Trap;
import java.util.concurrent.locks.ReentrantLock;

@Trap(
    belief = "tryLock locks",
    fails = "twoThreadsLoseNothing",
    saying = "one each ==> expected: <2> but was: <1>")
public final class GivesUp implements Counter {
  private final ReentrantLock lock = new ReentrantLock();
  private int total;
  private int highest;

  @Override
  public void add(int amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("an amount is 0 or more, not " + amount);
    }
    if (lock.tryLock()) {
      try {
        total += amount;
        highest = Math.max(highest, total);
      } finally {
        lock.unlock();
      }
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
