package _03_races.alternatives.tally;

import _03_races.Counter;
import java.util.concurrent.Semaphore;

/// A semaphore with one permit: whoever has it is alone. Unlike a lock it does not know its owner.
public final class OneGuest implements Counter {
  private final Semaphore alone = new Semaphore(1);
  private int total;
  private int highest;

  @Override
  public void add(int amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("an amount is 0 or more, not " + amount);
    }
    alone.acquireUninterruptibly();
    try {
      total += amount;
      highest = Math.max(highest, total);
    } finally {
      alone.release();
    }
  }

  @Override
  public int total() {
    alone.acquireUninterruptibly();
    try {
      return total;
    } finally {
      alone.release();
    }
  }

  @Override
  public int drain() {
    alone.acquireUninterruptibly();
    try {
      var all = total;
      total = 0;
      return all;
    } finally {
      alone.release();
    }
  }

  @Override
  public int highest() {
    alone.acquireUninterruptibly();
    try {
      return highest;
    } finally {
      alone.release();
    }
  }
}
