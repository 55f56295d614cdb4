package _03_races.traps.tally;

import _03_races.Counter;
import book.Trap;
import java.util.concurrent.atomic.AtomicInteger;

@Trap(
    belief = "an atomic call makes the next atomic call safe",
    fails = "twoThreadsLoseNothing",
    saying = "one each ==> expected: <2> but was: <1>")
public final class GetThenSet implements Counter {
  private final AtomicInteger total = new AtomicInteger();
  private final AtomicInteger highest = new AtomicInteger();

  @Override
  public void add(int amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("an amount is 0 or more, not " + amount);
    }
    total.set(total.get() + amount);
    if (total.get() > highest.get()) {
      highest.set(total.get());
    }
  }

  @Override
  public int total() {
    return total.get();
  }

  @Override
  public int drain() {
    var all = total.get();
    total.set(0);
    return all;
  }

  @Override
  public int highest() {
    return highest.get();
  }
}
