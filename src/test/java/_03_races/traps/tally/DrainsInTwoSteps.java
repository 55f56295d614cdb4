package _03_races.traps.tally;

import _03_races.Counter;
import book.Trap;

@Trap(
    belief = "two synchronized calls are one step",
    fails = "nothingIsLostInADrain",
    saying = "drained 5, left 0 ==> expected: <8> but was: <5>")
public final class DrainsInTwoSteps implements Counter {
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
  public synchronized int total() {
    return total;
  }

  @Override
  public int drain() {
    var all = total();
    startAgain();
    return all;
  }

  @Override
  public synchronized int highest() {
    return highest;
  }

  private synchronized void startAgain() {
    total = 0;
  }
}
