package _15_puzzles.traps.bathroom;

import _15_puzzles.Washroom;
import book.Trap;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

@Trap(
    belief = "whoever comes between two locked parts finds nothing changed",
    fails = "allGoIn",
    saying = "lost wake-up")
public final class LocksTwice implements Washroom {
  private final Lock lock = new ReentrantLock();
  private final Map<Sign, Condition> conditions = new EnumMap<>(Sign.class);
  private final int places;
  private Sign sign; // of those inside
  private int inside;

  public LocksTwice(int places) {
    if (places < 1) {
      throw new IllegalArgumentException("a bathroom has 1 place or more, not " + places);
    }
    this.places = places;
    for (var each : Sign.values()) {
      conditions.put(each, lock.newCondition());
    }
  }

  @Override
  public void enter(Sign sign) throws InterruptedException {
    var mine = conditions.get(Objects.requireNonNull(sign));
    lock.lockInterruptibly();
    try {
      while (inside > 0 && (this.sign != sign || inside == places)) {
        mine.await();
      }
      this.sign = sign;
      inside++;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void leave(Sign sign) {
    Objects.requireNonNull(sign);
    lock.lock();
    try {
      if (inside == 0 || this.sign != sign) {
        throw new IllegalStateException("there are no " + sign + " inside");
      }
      inside--;
      conditions.get(sign).signal();
    } finally {
      lock.unlock();
    }
    tellOthers();
  }

  private void tellOthers() {
    lock.lock();
    try {
      if (inside == 0) {
        conditions.values().forEach(Condition::signalAll);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int inside() {
    lock.lock();
    try {
      return inside;
    } finally {
      lock.unlock();
    }
  }
}
