package _03_races.traps.tally;

import _03_races.Counter;
import book.Trap;

@Trap(
    belief = "volatile makes ++ safe",
    fails = "twoThreadsLoseNothing",
    saying = "expected: <2> but was: <1>")
public final class VolatileTotal implements Counter {
  private volatile int total;

  @Override
  public void add(int amount) {
    total += amount;
  }

  @Override
  public int total() {
    return total;
  }
}
