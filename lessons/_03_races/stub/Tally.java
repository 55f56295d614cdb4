package _03_races.stub;

import _03_races.Counter;

/// Counts what several threads add.
public final class Tally implements Counter {
  private int total;

  @Override
  public void add(int amount) {
    // TODO: two threads may be here at once. What does each of them read, and what does it write?
    total += amount;
  }

  @Override
  public int total() {
    return total;
  }
}
