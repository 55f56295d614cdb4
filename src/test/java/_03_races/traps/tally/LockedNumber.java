package _03_races.traps.tally;

import _03_races.Counter;
import book.Trap;

@Trap(
    belief = "a number can be its own lock",
    fails = "twoThreadsLoseNothing",
    saying = "one each ==> expected: <2> but was: <1>")
@SuppressWarnings("synchronization")
public final class LockedNumber implements Counter {
  private Integer total = 0;
  private Integer highest = 0;

  @Override
  public void add(int amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("an amount is 0 or more, not " + amount);
    }
    synchronized (total) {
      total += amount;
      highest = Math.max(highest, total);
    }
  }

  @Override
  public int total() {
    synchronized (total) {
      return total;
    }
  }

  @Override
  public int drain() {
    synchronized (total) {
      var all = total;
      total = 0;
      return all;
    }
  }

  @Override
  public int highest() {
    synchronized (total) {
      return highest;
    }
  }
}
