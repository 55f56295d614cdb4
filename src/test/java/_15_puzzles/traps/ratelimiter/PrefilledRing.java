package _15_puzzles.traps.ratelimiter;

import _15_puzzles.CallLimiter;
import book.Trap;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.LongSupplier;

@Trap(
    belief = "what happened a window before the beginning is never in the way",
    fails = "anyWindow",
    saying = "the first call, one in 292 years")
public final class PrefilledRing implements CallLimiter {
  private final long window;
  private final LongSupplier clock;
  private final long[] times;
  private int oldest;

  public PrefilledRing(int calls, long window, LongSupplier clock) {
    if (calls < 1 || window < 1) {
      throw new IllegalArgumentException("calls and window are 1 or more");
    }
    this.window = window;
    this.clock = Objects.requireNonNull(clock);
    times = new long[calls];
    Arrays.fill(times, clock.getAsLong() - window);
  }

  @Override
  public synchronized boolean tryCall() {
    var now = clock.getAsLong();
    if (counts(times[oldest], now)) {
      return false;
    }
    times[oldest] = now;
    oldest = (oldest + 1) % times.length;
    return true;
  }

  @Override
  public synchronized int left() {
    var now = clock.getAsLong();
    return (int) Arrays.stream(times).filter(then -> !counts(then, now)).count();
  }

  private boolean counts(long then, long now) {
    return now - then < window;
  }
}
