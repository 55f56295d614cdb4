package _03_races.traps.tally;

import _03_races.Counter;
import book.Trap;

@Trap(
    belief = "any lock will do, as long as each method has one",
    fails = "nothingIsLostInADrain",
    saying = "5 and 3 were added")
public final class LockPerMethod implements Counter {
  private final Object adding = new Object();
  private final Object draining = new Object();
  private int total;
  private int highest;

  @Override
  public void add(int amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("an amount is 0 or more, not " + amount);
    }
    synchronized (adding) {
      total += amount;
      highest = Math.max(highest, total);
    }
  }

  @Override
  public int total() {
    synchronized (adding) {
      return total;
    }
  }

  @Override
  public int drain() {
    synchronized (draining) {
      var all = total;
      total = 0;
      return all;
    }
  }

  @Override
  public int highest() {
    synchronized (adding) {
      return highest;
    }
  }
}
