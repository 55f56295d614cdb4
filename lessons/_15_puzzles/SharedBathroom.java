package _15_puzzles;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import workbook.Scenario;

/// One bathroom, for women or for men. A woman and a man come. Do they ever meet inside?
public abstract sealed class SharedBathroom implements Scenario {
  final AtomicInteger women = new AtomicInteger();
  final AtomicInteger men = new AtomicInteger();

  /// Goes in if nobody of the other sign is inside.
  abstract boolean enter(AtomicInteger mine, AtomicInteger others);

  private void visit(AtomicInteger mine, AtomicInteger others) {
    if (enter(mine, others)) {
      if (others.get() > 0) {
        throw new AssertionError("a woman and a man are inside");
      }
      mine.decrementAndGet();
    }
  }

  @Override
  public List<Body> bodies() {
    return List.of(() -> visit(women, men), () -> visit(men, women));
  }

  /// Looks, then goes in.
  public static final class Broken extends SharedBathroom {
    @Override
    boolean enter(AtomicInteger mine, AtomicInteger others) {
      if (others.get() > 0) {
        return false;
      }
      mine.incrementAndGet();
      return true;
    }
  }

  /// Looks and goes in as one step.
  public static final class Mended extends SharedBathroom {
    @Override
    synchronized boolean enter(AtomicInteger mine, AtomicInteger others) {
      if (others.get() > 0) {
        return false;
      }
      mine.incrementAndGet();
      return true;
    }
  }
}
