package _03_races.traps.tally;

import _03_races.Counter;
import book.Trap;

@Trap(
    belief = "writers lock, and volatile is enough for readers",
    fails = "additionsAreOneStep",
    saying = "the highest was 4, and then the total was 0")
public final class VolatileReads implements Counter {
  private volatile int total;
  private volatile int highest;

  @Override
  public synchronized void add(int amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("an amount is 0 or more, not " + amount);
    }
    highest = Math.max(highest, total + amount);
    total = total + amount;
  }

  @Override
  public int total() {
    return total;
  }

  @Override
  public synchronized int drain() {
    var all = total;
    total = 0;
    return all;
  }

  @Override
  public int highest() {
    return highest;
  }
}
