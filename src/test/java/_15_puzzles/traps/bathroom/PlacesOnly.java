package _15_puzzles.traps.bathroom;

import _15_puzzles.Washroom;
import book.Trap;
import java.util.Objects;
import java.util.concurrent.Semaphore;

@Trap(
    belief = "a semaphore with a permit for each place does it all",
    fails = "theyNeverMeet",
    saying = "women and men are inside")
public final class PlacesOnly implements Washroom {
  private final int places;
  private final Semaphore free;

  public PlacesOnly(int places) {
    if (places < 1) {
      throw new IllegalArgumentException("a bathroom has 1 place or more, not " + places);
    }
    this.places = places;
    free = new Semaphore(places);
  }

  @Override
  public void enter(Sign sign) throws InterruptedException {
    Objects.requireNonNull(sign);
    free.acquire();
  }

  @Override
  public void leave(Sign sign) {
    Objects.requireNonNull(sign);
    if (inside() == 0) {
      throw new IllegalStateException("there are no " + sign + " inside");
    }
    free.release();
  }

  @Override
  public int inside() {
    return places - free.availablePermits();
  }
}
