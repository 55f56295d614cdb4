package _03_races.alternatives.tally;

import _03_races.Counter;

/// An intrinsic lock around both methods.
public final class Locked implements Counter {
  private int total;

  @Override
  public synchronized void add(int amount) {
    total += amount;
  }

  @Override
  public synchronized int total() {
    return total;
  }
}
