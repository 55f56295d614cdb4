package _03_races.alternatives.tally;

import _03_races.Counter;
import java.util.concurrent.atomic.AtomicLong;

/// Both numbers in the two halves of one atomic `long`: the highest above, the total below.
public final class TwoInOne implements Counter {
  private final AtomicLong both = new AtomicLong();

  @Override
  public void add(int amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("an amount is 0 or more, not " + amount);
    }
    both.updateAndGet(
        now -> {
          var total = lower(now) + amount;
          return pair(Math.max(upper(now), total), total);
        });
  }

  @Override
  public int total() {
    return lower(both.get());
  }

  @Override
  public int drain() {
    return lower(both.getAndUpdate(now -> pair(upper(now), 0)));
  }

  @Override
  public int highest() {
    return upper(both.get());
  }

  private static long pair(int upper, int lower) {
    return (long) upper << 32 | lower;
  }

  private static int upper(long pair) {
    return (int) (pair >> 32);
  }

  private static int lower(long pair) {
    return (int) pair;
  }
}
