package _15_puzzles.traps.bathroom;

import _15_puzzles.Washroom;
import book.Trap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

@Trap(belief = "whoever waits goes in", fails = "calledAway", saying = "lost wake-up")
public final class CountsWhoWasCalledAway implements Washroom {
  private final int places;
  private final Lock lock = new ReentrantLock();
  private final Condition[] mayEnter = {lock.newCondition(), lock.newCondition()};
  private final int[] waiting = new int[2];
  private final int[] inside = new int[2];

  public CountsWhoWasCalledAway(int places) {
    if (places < 1) {
      throw new IllegalArgumentException("at least 1 place");
    }
    this.places = places;
  }

  @Override
  public void enter(Sign sign) throws InterruptedException {
    int me = sign.ordinal();
    lock.lockInterruptibly();
    try {
      while (inside[1 - me] > 0 || inside[me] == places) {
        waiting[me]++;
        mayEnter[me].await();
        waiting[me]--; // not if it was called away
      }
      inside[me]++;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void leave(Sign sign) {
    int me = sign.ordinal();
    lock.lock();
    try {
      if (inside[me] == 0) {
        throw new IllegalStateException("nobody of this sign is inside");
      }
      inside[me]--;
      if (inside[me] == 0 && waiting[1 - me] > 0) {
        mayEnter[1 - me].signalAll();
      } else {
        mayEnter[me].signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int inside() {
    lock.lock();
    try {
      return inside[0] + inside[1];
    } finally {
      lock.unlock();
    }
  }
}
