package _03_races.traps.tally;

import _03_races.Counter;
import book.Trap;
import java.util.concurrent.atomic.AtomicInteger;

@Trap(
    belief = "nobody counts beyond 32,767",
    fails = "oneThreadAdds",
    saying = "the total after a billion more ==> expected: <1000000007> but was: <")
public final class HalfAnIntEach implements Counter {
  private static final int HALF = 16;

  private final AtomicInteger both = new AtomicInteger();

  @Override
  public void add(int amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("an amount is 0 or more, not " + amount);
    }
    both.updateAndGet(
        now -> {
          var total = (short) now + amount;
          return Math.max(now >>> HALF, total) << HALF | total;
        });
  }

  @Override
  public int total() {
    return (short) both.get();
  }

  @Override
  public int drain() {
    return (short) both.getAndUpdate(now -> now >>> HALF << HALF);
  }

  @Override
  public int highest() {
    return both.get() >>> HALF;
  }
}
