package _15_puzzles.traps.ratelimiter;

import _15_puzzles.CallLimiter;
import book.Trap;
import java.util.Objects;
import java.util.function.LongSupplier;

@Trap(
    belief = "a minute begins when the last one ends",
    fails = "anyWindow",
    saying = "a call at 61 s, 3 a minute, was let through")
public final class WindowByWindow implements CallLimiter {
  private final int calls;
  private final long window;
  private final LongSupplier clock;
  private long begin;
  private int made;

  public WindowByWindow(int calls, long window, LongSupplier clock) {
    if (calls < 1 || window < 1) {
      throw new IllegalArgumentException("calls and window are 1 or more");
    }
    this.calls = calls;
    this.window = window;
    this.clock = Objects.requireNonNull(clock);
    begin = clock.getAsLong();
  }

  @Override
  public synchronized boolean tryCall() {
    if (left() == 0) {
      return false;
    }
    made++;
    return true;
  }

  @Override
  public synchronized int left() {
    var now = clock.getAsLong();
    if (now - begin >= window) {
      begin = now;
      made = 0;
    }
    return calls - made;
  }
}
