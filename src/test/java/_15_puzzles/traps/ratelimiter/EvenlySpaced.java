package _15_puzzles.traps.ratelimiter;

import _15_puzzles.CallLimiter;
import book.Trap;
import java.util.Objects;
import java.util.function.LongSupplier;

@Trap(
    belief = "three calls a minute is one in twenty seconds",
    fails = "oneThread",
    saying = "calls")
public final class EvenlySpaced implements CallLimiter {
  private final int calls;
  private final long window;
  private final LongSupplier clock;
  private long last;

  public EvenlySpaced(int calls, long window, LongSupplier clock) {
    if (calls < 1 || window < 1) {
      throw new IllegalArgumentException("calls and window are 1 or more");
    }
    this.calls = calls;
    this.window = window;
    this.clock = Objects.requireNonNull(clock);
    last = clock.getAsLong() - window;
  }

  @Override
  public synchronized boolean tryCall() {
    if (left() == 0) {
      return false;
    }
    last = clock.getAsLong();
    return true;
  }

  @Override
  public synchronized int left() {
    return clock.getAsLong() - last >= window / calls ? 1 : 0;
  }
}
