package _15_puzzles.traps.bathroom;

import _15_puzzles.Washroom;
import book.Trap;
import java.util.concurrent.locks.ReentrantLock;

@Trap(
    belief = "a lock belongs to whoever holds the key",
    fails = "together",
    saying = "IllegalMonitorStateException")
public final class FirstLocksLastUnlocks implements Washroom {
  private final int places;
  private final ReentrantLock room = new ReentrantLock();
  private final int[] inside = new int[2];

  public FirstLocksLastUnlocks(int places) {
    if (places < 1) {
      throw new IllegalArgumentException("a bathroom has 1 place or more, not " + places);
    }
    this.places = places;
  }

  @Override
  public void enter(Sign sign) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    synchronized (sign) {
      while (inside[sign.ordinal()] == places) {
        sign.wait();
      }
      if (inside[sign.ordinal()] == 0) {
        room.lockInterruptibly();
      }
      inside[sign.ordinal()]++;
    }
  }

  @Override
  public void leave(Sign sign) {
    synchronized (sign) {
      if (inside[sign.ordinal()] == 0) {
        throw new IllegalStateException("there are no " + sign + " inside");
      }
      inside[sign.ordinal()]--;
      if (inside[sign.ordinal()] == 0) {
        room.unlock();
      }
      sign.notifyAll();
    }
  }

  @Override
  public int inside() {
    synchronized (Sign.WOMEN) {
      synchronized (Sign.MEN) {
        return inside[0] + inside[1];
      }
    }
  }
}
