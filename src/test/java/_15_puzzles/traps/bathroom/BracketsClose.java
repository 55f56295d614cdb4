package _15_puzzles.traps.bathroom;

import _15_puzzles.Washroom;
import book.Trap;
import java.util.Objects;

@Trap(
    belief = "locks that are released in reverse order cannot deadlock",
    fails = "theyNeverMeet",
    saying = "deadlock")
public final class BracketsClose implements Washroom {
  private final int places;
  private final Object[] doors = {new Object(), new Object()};
  private final int[] inside = new int[2];

  public BracketsClose(int places) {
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
    while (!tryEnter(sign)) {
      Thread.sleep(1);
    }
  }

  private boolean tryEnter(Sign sign) {
    synchronized (doors[sign.ordinal()]) {
      synchronized (doors[1 - sign.ordinal()]) {
        if (inside[1 - sign.ordinal()] > 0 || inside[sign.ordinal()] == places) {
          return false;
        }
        inside[sign.ordinal()]++;
        return true;
      }
    }
  }

  @Override
  public void leave(Sign sign) {
    synchronized (doors[sign.ordinal()]) {
      synchronized (doors[1 - sign.ordinal()]) {
        if (inside[sign.ordinal()] == 0) {
          throw new IllegalStateException("there are no " + sign + " inside");
        }
        inside[sign.ordinal()]--;
      }
    }
  }

  @Override
  public int inside() {
    synchronized (doors[0]) {
      synchronized (doors[1]) {
        return inside[0] + inside[1];
      }
    }
  }
}
