package _15_puzzles.traps.bathroom;

import _15_puzzles.Washroom;
import book.Trap;
import java.util.concurrent.atomic.AtomicInteger;

@Trap(
    belief = "two atomic counts are one atomic fact",
    fails = "theyNeverMeet",
    saying = "women and men are inside")
public final class TwoAtomicCounts implements Washroom {
  private final int places;
  private final AtomicInteger[] counts = {new AtomicInteger(), new AtomicInteger()};

  public TwoAtomicCounts(int places) {
    if (places < 1) {
      throw new IllegalArgumentException("a bathroom has 1 place or more, not " + places);
    }
    this.places = places;
  }

  @Override
  public void enter(Sign sign) throws InterruptedException {
    var others = counts[1 - sign.ordinal()];
    var mine = counts[sign.ordinal()];
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    while (others.get() > 0 || mine.get() == places) {
      Thread.sleep(1);
    }
    mine.incrementAndGet();
  }

  @Override
  public void leave(Sign sign) {
    if (counts[sign.ordinal()].get() == 0) {
      throw new IllegalStateException("there are no " + sign + " inside");
    }
    counts[sign.ordinal()].decrementAndGet();
  }

  @Override
  public int inside() {
    return counts[0].get() + counts[1].get();
  }
}
