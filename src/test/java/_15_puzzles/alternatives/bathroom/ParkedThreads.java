package _15_puzzles.alternatives.bathroom;

import _15_puzzles.Washroom;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/// Those outside park on a list, and whoever leaves unparks them all.
public final class ParkedThreads implements Washroom {
  private final int places;
  private Sign sign; // of those inside
  private int inside;
  private final Queue<Thread> outside = new ConcurrentLinkedQueue<>();

  public ParkedThreads(int places) {
    if (places < 1) {
      throw new IllegalArgumentException("a bathroom has 1 place or more, not " + places);
    }
    this.places = places;
  }

  @Override
  public void enter(Sign sign) throws InterruptedException {
    Objects.requireNonNull(sign);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    outside.add(Thread.currentThread());
    try {
      while (!tryEnter(sign)) {
        LockSupport.park(this);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    } finally {
      outside.remove(Thread.currentThread());
    }
  }

  private synchronized boolean tryEnter(Sign sign) {
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
    outside.forEach(LockSupport::unpark);
  }

  @Override
  public synchronized int inside() {
    return inside;
  }
}
