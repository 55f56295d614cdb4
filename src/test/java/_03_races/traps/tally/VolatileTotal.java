package _03_races.traps.tally;

import _03_races.Counter;
import book.Trap;

@Trap(
    belief = "volatile makes += safe",
    fails = "twoThreadsLoseNothing",
    saying = "one each ==> expected: <2> but was: <1>")
public final class VolatileTotal implements Counter {
  private volatile int total;
  private volatile int highest;

  @Override
  public void add(int amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("an amount is 0 or more, not " + amount);
    }
    total += amount;
    highest = Math.max(highest, total);
  }

  @Override
  public int total() {
    return total;
  }

  @Override
  public int drain() {
    var all = total;
    total = 0;
    return all;
  }

  @Override
  public int highest() {
    return highest;
  }
}
