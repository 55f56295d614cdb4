package _15_puzzles.traps.bathroom;

import _15_puzzles.Washroom;
import book.Trap;
import java.util.Objects;

@Trap(
    belief = "whoever catches an interrupt restores it, and goes on waiting",
    fails = "calledAway",
    saying = "no progress: waiter runs in circles")
public final class InterruptsItself implements Washroom {
  private final int places;
  private Sign sign; // of those inside
  private int inside;

  public InterruptsItself(int places) {
    if (places < 1) {
      throw new IllegalArgumentException("a bathroom has 1 place or more, not " + places);
    }
    this.places = places;
  }

  @Override
  public synchronized void enter(Sign sign) throws InterruptedException {
    Objects.requireNonNull(sign);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    while (inside > 0 && (this.sign != sign || inside == places)) {
      try {
        wait();
      } catch (InterruptedException calledAway) {
        Thread.currentThread().interrupt();
      }
    }
    this.sign = sign;
    inside++;
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
