package _03_races.exercise;

import _03_races.Counter;

/// Counts what several threads add.
public final class Tally implements Counter {
  private int total;
  private int highest;

  // TODO: right for one thread. Two may be in any two of these methods at once: what does each of
  // them read, what does it write, and what does the other one find in between?

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
