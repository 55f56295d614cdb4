package _03_races.traps.tally;

import _03_races.Counter;
import book.Trap;
import java.util.concurrent.atomic.AtomicReference;

@Trap(belief = "compareAndSet compares numbers", fails = "oneThreadAdds", saying = "no progress")
public final class BoxedNumbers implements Counter {
  private static final int BASE = 10_000;

  private final AtomicReference<Integer> both = new AtomicReference<>(0);

  @Override
  public void add(int amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("an amount is 0 or more, not " + amount);
    }
    while (true) {
      int before = both.get();
      var total = before % BASE + amount;
      if (both.compareAndSet(before, Math.max(before / BASE, total) * BASE + total)) {
        return;
      }
    }
  }

  @Override
  public int total() {
    return both.get() % BASE;
  }

  @Override
  public int drain() {
    while (true) {
      int before = both.get();
      if (both.compareAndSet(before, before - before % BASE)) {
        return before % BASE;
      }
    }
  }

  @Override
  public int highest() {
    return both.get() / BASE;
  }
}
