package _03_races.solution;

import _03_races.Counter;

/// Counts what several threads add. One lock, this object's own, guards both numbers: whoever
/// writes or reads either of them holds it.
public final class Tally implements Counter {
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
  public synchronized int drain() {
    var all = total;
    total = 0;
    return all;
  }

  @Override
  public synchronized int highest() {
    return highest;
  }
}
