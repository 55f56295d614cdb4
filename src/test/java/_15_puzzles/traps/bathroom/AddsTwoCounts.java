package _15_puzzles.traps.bathroom;

import _15_puzzles.Washroom;
import book.Trap;
import java.util.Objects;

@Trap(
    belief = "two exact counts add up to an exact sum",
    fails = "neverTooMany",
    saying = "1 at most, and inside() gives 2")
public final class AddsTwoCounts implements Washroom {
  private final int places;
  private volatile int women;
  private volatile int men;

  public AddsTwoCounts(int places) {
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
    if (sign == Sign.WOMEN) {
      while (men > 0 || women == places) {
        wait();
      }
      women++;
    } else {
      while (women > 0 || men == places) {
        wait();
      }
      men++;
    }
  }

  @Override
  public synchronized void leave(Sign sign) {
    Objects.requireNonNull(sign);
    if ((sign == Sign.WOMEN ? women : men) == 0) {
      throw new IllegalStateException("there are no " + sign + " inside");
    }
    if (sign == Sign.WOMEN) {
      women--;
    } else {
      men--;
    }
    notifyAll();
  }

  @Override
  public int inside() {
    return women + men;
  }
}
