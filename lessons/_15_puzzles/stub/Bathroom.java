package _15_puzzles.stub;

import _15_puzzles.Washroom;
import java.util.Objects;

/// A bathroom for women or for men.
public final class Bathroom implements Washroom {
  private final int places;
  private Sign sign;
  private int inside;

  // TODO: nobody ever waits here. Who has to, for what, and who tells them that it has come?

  public Bathroom(int places) {
    if (places < 1) {
      throw new IllegalArgumentException("a bathroom has 1 place or more, not " + places);
    }
    this.places = places;
  }

  @Override
  public void enter(Sign sign) throws InterruptedException {
    this.sign = Objects.requireNonNull(sign);
    inside++;
  }

  @Override
  public void leave(Sign sign) {
    Objects.requireNonNull(sign);
    inside--;
  }

  @Override
  public int inside() {
    return inside;
  }
}
