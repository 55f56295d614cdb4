package _03_races.traps.tally;

import _03_races.Counter;
import book.Trap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

@Trap(
    belief = "a class made for many threads needs no thought",
    fails = "nothingIsLostInADrain",
    saying = "5 and 3 were added")
public final class FastAdder implements Counter {
  private final LongAdder total = new LongAdder();
  private final LongAccumulator highest = new LongAccumulator(Math::max, 0);

  @Override
  public void add(int amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("an amount is 0 or more, not " + amount);
    }
    total.add(amount);
    highest.accumulate(total.sum());
  }

  @Override
  public int total() {
    return total.intValue();
  }

  @Override
  public int drain() {
    var all = total.intValue();
    total.reset();
    return all;
  }

  @Override
  public int highest() {
    return highest.intValue();
  }
}
