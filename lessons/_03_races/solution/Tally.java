package _03_races.solution;

import _03_races.Counter;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts what several threads add.
public final class Tally implements Counter {
  private final AtomicInteger total = new AtomicInteger();

  @Override
  public void add(int amount) {
    total.addAndGet(amount);
  }

  @Override
  public int total() {
    return total.get();
  }
}
