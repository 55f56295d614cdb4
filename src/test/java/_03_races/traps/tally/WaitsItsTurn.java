package _03_races.traps.tally;

import _03_races.Counter;
import book.Trap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

@Trap(
    belief = "a short sleep in the lock makes it safer",
    fails = "oneThreadAdds",
    saying = "nobody else calls, so no call waits")
public final class WaitsItsTurn implements Counter {
  private final Lock lock = new ReentrantLock();
  private int total;
  private int highest;

  private int locked(IntSupplier change) {
    lock.lock();
    try {
      LockSupport.parkNanos(1_000_000);
      return change.getAsInt();
    } finally {
      lock.unlock();
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
