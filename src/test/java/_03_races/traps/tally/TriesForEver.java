package _03_races.traps.tally;

import _03_races.Counter;
import book.Trap;

/// Gives back what it has taken, and tries again. No thread waits, and none gets on.
@Trap(
    belief = "whoever tries again gets through in the end",
    fails = "oneThreadAdds",
    saying = "it passes only if it comes to its end")
public final class TriesForEver implements Counter {
  private volatile boolean taken;
  private int total;

  private void awaitTurn() {
    while (!taken) {
      taken = true;
      taken = false;
    }
  }

  @Override
  public void add(int amount) {
    awaitTurn();
    total += amount;
  }

  @Override
  public int total() {
    awaitTurn();
    return total;
  }

  @Override
  public int drain() {
    return total();
  }

  @Override
  public int highest() {
    return total();
  }
}
