package _15_puzzles.traps.bathroom;

import _15_puzzles.Washroom;
import book.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

@Trap(
    belief = "whoever gives a place back has left nobody waiting",
    fails = "interruptedBefore",
    saying = "lost wake-up")
public final class CalledInThenAway implements Washroom {
  private final int places;
  private final List<Guest> outside = new ArrayList<>();
  private Sign sign; // of those inside
  private int inside;

  private static final class Guest {
    final Sign sign;
    boolean calledIn;

    Guest(Sign sign) {
      this.sign = sign;
    }
  }

  public CalledInThenAway(int places) {
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
    var me = new Guest(sign);
    outside.add(me);
    callIn();
    try {
      while (!me.calledIn) {
        wait();
      }
    } catch (InterruptedException calledAway) {
      if (me.calledIn) {
        inside--;
      }
      outside.remove(me);
      throw calledAway;
    }
  }

  private void callIn() {
    for (var next : List.copyOf(outside)) {
      if (inside == 0 || sign == next.sign && inside < places) {
        sign = next.sign;
        inside++;
        next.calledIn = true;
        outside.remove(next);
      }
    }
    notifyAll();
  }

  @Override
  public synchronized void leave(Sign sign) {
    Objects.requireNonNull(sign);
    if (inside == 0 || this.sign != sign) {
      throw new IllegalStateException("there are no " + sign + " inside");
    }
    inside--;
    callIn();
  }

  @Override
  public synchronized int inside() {
    return inside;
  }
}
