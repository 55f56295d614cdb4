package _15_puzzles.traps.bathroom;

import _15_puzzles.Washroom;
import book.Trap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

@Trap(
    belief = "whoever leaves finds the door free",
    fails = "whoWaitsSleeps",
    saying = "no thread can go on")
public final class HoldsItsDoor implements Washroom {
  private static final class Switch {
    final Semaphore mutex = new Semaphore(1);
    int come; // guarded by mutex
  }

  private final Semaphore empty = new Semaphore(1);
  private final Semaphore places;
  private final Switch[] switches = {new Switch(), new Switch()};
  private final AtomicInteger inside = new AtomicInteger();

  public HoldsItsDoor(int places) {
    if (places < 1) {
      throw new IllegalArgumentException("at least 1 place");
    }
    this.places = new Semaphore(places);
  }

  @Override
  public void enter(Sign sign) throws InterruptedException {
    Switch mine = switches[sign.ordinal()];
    mine.mutex.acquire();
    try {
      if (mine.come == 0) {
        empty.acquire(); // the others of this sign wait for the mutex
      }
      mine.come++;
    } finally {
      mine.mutex.release();
    }
    try {
      places.acquire();
    } catch (InterruptedException calledAway) {
      mine.mutex.acquireUninterruptibly();
      goes(mine);
      mine.mutex.release();
      throw calledAway;
    }
    inside.incrementAndGet();
  }

  private void goes(Switch mine) {
    mine.come--;
    if (mine.come == 0) {
      empty.release();
    }
  }

  @Override
  public void leave(Sign sign) {
    Switch mine = switches[sign.ordinal()];
    mine.mutex.acquireUninterruptibly(); // while the first one waits in enter, this waits, too
    try {
      if (mine.come == 0) {
        throw new IllegalStateException("nobody of this sign is inside");
      }
      inside.decrementAndGet();
      places.release();
      goes(mine);
    } finally {
      mine.mutex.release();
    }
  }

  @Override
  public int inside() {
    return inside.get();
  }
}
