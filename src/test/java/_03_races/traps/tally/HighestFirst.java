package _03_races.traps.tally;

import _03_races.Counter;
import book.Trap;
import java.util.concurrent.atomic.AtomicInteger;

@Trap(
    belief = "written in the right order, two atomic numbers need no lock",
    fails = "nothingIsLostInADrain",
    saying = "5 drained: the highest ==> expected: <5> but was: <8>")
public final class HighestFirst implements Counter {
  private final AtomicInteger total = new AtomicInteger();
  private final AtomicInteger highest = new AtomicInteger();

  @Override
  public void add(int amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("an amount is 0 or more, not " + amount);
    }
    while (true) {
      var before = total.get();
      highest.accumulateAndGet(before + amount, Math::max);
      if (total.compareAndSet(before, before + amount)) {
        return;
      }
    }
  }

  @Override
  public int total() {
    return total.get();
  }

  @Override
  public int drain() {
    return total.getAndSet(0);
  }

  @Override
  public int highest() {
    return highest.get();
  }
}
