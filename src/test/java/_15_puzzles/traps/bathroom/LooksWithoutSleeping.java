package _15_puzzles.traps.bathroom;

import _15_puzzles.Washroom;
import book.Trap;
import java.util.Objects;

@Trap(
    belief = "looking again and again is waiting",
    fails = "whoWaitsSleeps",
    saying = "has waited for an hour, and is awake")
public final class LooksWithoutSleeping implements Washroom {
  private final int places;
  private Sign sign; // of those inside
  private int inside;

  public LooksWithoutSleeping(int places) {
    if (places < 1) {
      throw new IllegalArgumentException("a bathroom has 1 place or more, not " + places);
    }
    this.places = places;
  }

  @Override
  public void enter(Sign sign) throws InterruptedException {
    Objects.requireNonNull(sign);
    while (!tryEnter(sign)) {
      Thread.onSpinWait();
    }
  }

  private synchronized boolean tryEnter(Sign sign) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (inside > 0 && (this.sign != sign || inside == places)) {
      return false;
    }
    this.sign = sign;
    inside++;
    return true;
  }

  @Override
  public synchronized void leave(Sign sign) {
    Objects.requireNonNull(sign);
    if (inside == 0 || this.sign != sign) {
      throw new IllegalStateException("there are no " + sign + " inside");
    }
    inside--;
    notifyAll();
  }

  @Override
  public synchronized int inside() {
    return inside;
  }
}
