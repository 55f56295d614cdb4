package _15_puzzles.traps.bathroom;

import _15_puzzles.Washroom;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

@Trap(
    belief = "whoever only goes away needs no lock",
    fails = "interruptedBefore",
    saying = "deadlock")
public final class GivesUpUnlocked implements Washroom {
  private final int places;
  private final List<Waiter> outside = new ArrayList<>();
  private Sign sign; // of those inside
  private int inside;

  private record Waiter(Sign sign, CountDownLatch letIn) {}

  public GivesUpUnlocked(int places) {
    if (places < 1) {
      throw new IllegalArgumentException("a bathroom has 1 place or more, not " + places);
    }
    this.places = places;
  }

  @Override
  public void enter(Sign sign) throws InterruptedException {
    var me = new Waiter(Objects.requireNonNull(sign), new CountDownLatch(1));
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    synchronized (this) {
      outside.add(me);
      letIn();
    }
    try {
      me.letIn.await();
    } catch (InterruptedException calledAway) {
      if (giveUp(me)) {
        throw calledAway;
      }
      Thread.currentThread().interrupt(); // it was let in at that moment
    }
  }

  private boolean giveUp(Waiter me) {
    return outside.remove(me);
  }

  /// Under the lock.
  private void letIn() {
    for (var next : List.copyOf(outside)) {
      if (canEnter(next.sign)) {
        sign = next.sign;
        inside++;
        outside.remove(next);
        next.letIn.countDown();
      }
    }
  }

  private boolean canEnter(Sign who) {
    return inside == 0 || sign == who && inside < places;
  }

  @Override
  public synchronized void leave(Sign sign) {
    Objects.requireNonNull(sign);
    if (inside == 0 || this.sign != sign) {
      throw new IllegalStateException("there are no " + sign + " inside");
    }
    inside--;
    letIn();
  }

  @Override
  public synchronized int inside() {
    return inside;
  }
}
