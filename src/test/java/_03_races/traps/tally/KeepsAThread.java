package _03_races.traps.tally;

import _03_races.Counter;
import book.Trap;

@Trap(
    belief = "a thread that does nothing does no harm",
    fails = "oneThreadAdds",
    saying = "the threads, now that all calls have returned ==> expected: <1> but was: <2>")
public final class KeepsAThread implements Counter {
  private final Object never = new Object();
  private int total;
  private int highest;
  private Thread idle;

  @Override
  public synchronized void add(int amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("an amount is 0 or more, not " + amount);
    }
    if (idle == null) {
      idle = Thread.ofPlatform().name("idle").start(this::awaitWork);
    }
    total += amount;
    highest = Math.max(highest, total);
  }

  private void awaitWork() {
    synchronized (never) {
      try {
        never.wait();
      } catch (InterruptedException enough) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public synchronized int total() {
    return total;
  }

  @Override
  public synchronized int drain() {
    var all = total;
    total = 0;
    return all;
  }

  @Override
  public synchronized int highest() {
    return highest;
  }
}
