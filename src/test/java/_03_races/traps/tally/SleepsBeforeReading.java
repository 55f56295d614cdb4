package _03_races.traps.tally;

import _03_races.Counter;
import book.Trap;

@Trap(
    belief = "whoever waits a little sees what the others have written",
    fails = "additionsAreOneStep",
    saying = "the highest was 4, and then the total was 0")
public final class SleepsBeforeReading implements Counter {
  private int total;
  private int highest;

  @Override
  public synchronized void add(int amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("an amount is 0 or more, not " + amount);
    }
    total += amount;
    highest = Math.max(highest, total);
  }

  @Override
  public int total() {
    letTheOthersFinish();
    return total;
  }

  @Override
  public synchronized int drain() {
    var all = total;
    total = 0;
    return all;
  }

  @Override
  public int highest() {
    letTheOthersFinish();
    return highest;
  }

  private static void letTheOthersFinish() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
