package _03_races.traps.tally;

import _03_races.Counter;
import book.Trap;

@Trap(
    belief = "reads need no lock",
    fails = "additionsAreOneStep",
    saying = "the total was 4, and then the highest was 0")
public final class UnlockedReads implements Counter {
  private int total;
  private int highest;

  @Override
  public synchronized void add(int amount) {
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
