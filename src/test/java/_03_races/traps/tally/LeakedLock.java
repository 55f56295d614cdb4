package _03_races.traps.tally;

import _03_races.Counter;
import book.Trap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

@Trap(
    belief = "the lock is released when the method throws",
    fails = "aRefusalHarmsNobody",
    saying = "deadlock")
public final class LeakedLock implements Counter {
  private final Lock lock = new ReentrantLock();
  private int total;
  private int highest;

  @Override
  public void add(int amount) {
    lock.lock();
    if (amount < 0) {
      throw new IllegalArgumentException("an amount is 0 or more, not " + amount);
    }
    total += amount;
    highest = Math.max(highest, total);
    lock.unlock();
  }

  @Override
  public int total() {
    lock.lock();
    var now = total;
    lock.unlock();
    return now;
  }

  @Override
  public int drain() {
    lock.lock();
    var all = total;
    total = 0;
    lock.unlock();
    return all;
  }

  @Override
  public int highest() {
    lock.lock();
    var now = highest;
    lock.unlock();
    return now;
  }
}
