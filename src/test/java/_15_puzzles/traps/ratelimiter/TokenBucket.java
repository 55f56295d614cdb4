package _15_puzzles.traps.ratelimiter;

import _15_puzzles.CallLimiter;
import book.Trap;
import java.util.Objects;
import java.util.function.LongSupplier;

@Trap(
    belief = "tokens that drip in evenly make an even limit",
    fails = "oneThread",
    saying = "a call was let through")
public final class TokenBucket implements CallLimiter {
  private final int calls;
  private final long window;
  private final LongSupplier clock;
  private double tokens;
  private long filled;

  public TokenBucket(int calls, long window, LongSupplier clock) {
    if (calls < 1 || window < 1) {
      throw new IllegalArgumentException("calls and window are 1 or more");
    }
    this.calls = calls;
    this.window = window;
    this.clock = Objects.requireNonNull(clock);
    tokens = calls;
    filled = clock.getAsLong();
  }

  @Override
  public synchronized boolean tryCall() {
    if (left() == 0) {
      return false;
    }
    tokens--;
    return true;
  }

  @Override
  public synchronized int left() {
    var now = clock.getAsLong();
    tokens = Math.min(calls, tokens + (double) calls * (now - filled) / window);
    filled = now;
    return (int) tokens;
  }
}
