package _15_puzzles.stub;

import _15_puzzles.CallLimiter;
import java.util.Objects;
import java.util.function.LongSupplier;

/// Lets through only so many calls in a window of time.
public final class RateLimiter implements CallLimiter {
  private final int calls;
  private final long window;
  private final LongSupplier clock;
  private long begin; // of the window that we count in
  private int made;

  // TODO: two windows meet. How many calls can fall into the last moment of one and the first of
  // the next? And who comes between your look and your count?

  public RateLimiter(int calls, long window, LongSupplier clock) {
    if (calls < 1 || window < 1) {
      throw new IllegalArgumentException("calls and window are 1 or more");
    }
    this.calls = calls;
    this.window = window;
    this.clock = Objects.requireNonNull(clock);
    begin = clock.getAsLong();
  }

  @Override
  public boolean tryCall() {
    if (left() == 0) {
      return false;
    }
    made++;
    return true;
  }

  @Override
  public int left() {
    var now = clock.getAsLong();
    if (now - begin >= window) {
      begin = now;
      made = 0;
    }
    return calls - made;
  }
}
