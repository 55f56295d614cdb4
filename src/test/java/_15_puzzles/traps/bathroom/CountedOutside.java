package _15_puzzles.traps.bathroom;

import _15_puzzles.Washroom;
import book.Trap;

@Trap(
    belief = "whoever comes is as good as inside",
    fails = "calledAway",
    saying = "inside, after one was called away from outside")
public final class CountedOutside implements Washroom {
  private final int places;
  private final int[] coming = new int[2]; // inside or outside
  private final int[] there = new int[2];

  public CountedOutside(int places) {
    if (places < 1) {
      throw new IllegalArgumentException("a bathroom has 1 place or more, not " + places);
    }
    this.places = places;
  }

  @Override
  public synchronized void enter(Sign sign) throws InterruptedException {
    coming[sign.ordinal()]++;
    if (Thread.interrupted()) {
      coming[sign.ordinal()]--;
      throw new InterruptedException();
    }
    while (there[1 - sign.ordinal()] > 0 || there[sign.ordinal()] == places) {
      wait();
    }
    there[sign.ordinal()]++;
  }

  @Override
  public synchronized void leave(Sign sign) {
    if (there[sign.ordinal()] == 0) {
      throw new IllegalStateException("there are no " + sign + " inside");
    }
    there[sign.ordinal()]--;
    coming[sign.ordinal()]--;
    notifyAll();
  }

  @Override
  public synchronized int inside() {
    return coming[0] + coming[1];
  }
}
