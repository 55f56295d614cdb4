package _03_races.traps.tally;

import _03_races.Counter;
import book.Trap;
import java.util.concurrent.Semaphore;
import java.util.function.IntSupplier;

@Trap(
    belief = "an interrupt that ends no call may be forgotten",
    fails = "anInterruptEndsNoCall",
    saying = "whether add(3) left its thread interrupted")
public final class TriesAgainWhenInterrupted implements Counter {
  private final Semaphore alone = new Semaphore(1);
  private int total;
  private int highest;

  private int locked(IntSupplier change) {
    while (true) {
      try {
        alone.acquire();
        break;
      } catch (InterruptedException again) {
        Thread.onSpinWait();
      }
    }
    try {
      return change.getAsInt();
    } finally {
      alone.release();
    }
  }

  private int addNow(int amount) {
    total += amount;
    highest = Math.max(highest, total);
    return total;
  }

  private int drainNow() {
    var all = total;
    total = 0;
    return all;
  }

  @Override
  public void add(int amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("an amount is 0 or more, not " + amount);
    }
    locked(() -> addNow(amount));
  }

  @Override
  public int total() {
    return locked(() -> total);
  }

  @Override
  public int drain() {
    return locked(this::drainNow);
  }

  @Override
  public int highest() {
    return locked(() -> highest);
  }
}
