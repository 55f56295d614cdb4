package _03_races.traps.tally;

import _03_races.Counter;
import book.Trap;

@Trap(
    belief = "what threads share must be static",
    fails = "eachCountsForItself",
    saying = "another tally, to which nothing was added ==> expected: <0> but was: <")
public final class OneForAll implements Counter {
  private static int total;
  private static int highest;

  @Override
  public void add(int amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("an amount is 0 or more, not " + amount);
    }
    synchronized (OneForAll.class) {
      total += amount;
      highest = Math.max(highest, total);
    }
  }

  @Override
  public int total() {
    synchronized (OneForAll.class) {
      return total;
    }
  }

  @Override
  public int drain() {
    synchronized (OneForAll.class) {
      var all = total;
      total = 0;
      return all;
    }
  }

  @Override
  public int highest() {
    synchronized (OneForAll.class) {
      return highest;
    }
  }
}
