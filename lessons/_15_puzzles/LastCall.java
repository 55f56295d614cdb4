package _15_puzzles;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import workbook.Scenario;

/// A service allows three calls a minute, and two were made. Two threads call. Is it ever four?
public abstract sealed class LastCall implements Scenario {
  static final int LIMIT = 3;

  final AtomicInteger made = new AtomicInteger(2);
  private final AtomicInteger allowed = new AtomicInteger(2);

  abstract boolean tryCall();

  private void call() {
    if (tryCall()) {
      allowed.incrementAndGet();
    }
  }

  @Override
  public List<Body> bodies() {
    return List.of(this::call, this::call);
  }

  @Override
  public void check() {
    if (allowed.get() != LIMIT) {
      throw new AssertionError("expected 3 calls in this minute, saw " + allowed);
    }
  }

  /// An atomic look and an atomic count, and room for another thread between the two.
  public static final class Broken extends LastCall {
    @Override
    boolean tryCall() {
      if (made.get() == LIMIT) {
        return false;
      }
      made.incrementAndGet();
      return true;
    }
  }

  /// Counts only if nobody has counted since the look; else it looks again.
  public static final class Mended extends LastCall {
    @Override
    boolean tryCall() {
      for (var seen = made.get(); seen < LIMIT; seen = made.get()) {
        if (made.compareAndSet(seen, seen + 1)) {
          return true;
        }
      }
      return false;
    }
  }
}
