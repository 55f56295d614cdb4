package _03_races.traps.tally;

import _03_races.Counter;
import book.Trap;
import java.util.concurrent.atomic.AtomicInteger;

@Trap(
    belief = "what is made of atomic calls is atomic",
    fails = "additionsAreOneStep",
    saying = "the total was 4, and then the highest was 0")
public final class TwoAtomics implements Counter {
  private final AtomicInteger total = new AtomicInteger();
  private final AtomicInteger highest = new AtomicInteger();

  @Override
  public void add(int amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("an amount is 0 or more, not " + amount);
    }
    highest.accumulateAndGet(total.addAndGet(amount), Math::max);
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
