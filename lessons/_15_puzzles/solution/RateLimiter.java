package _15_puzzles.solution;

import _15_puzzles.CallLimiter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.LongSupplier;

/// Remembers when each call was let through. Reading the clock, forgetting what has left the
/// window, counting and adding are one step, under the limiter's own lock.
public final class RateLimiter implements CallLimiter {
  private final int calls;
  private final long window;
  private final LongSupplier clock;
  private final Deque<Long> log = new ArrayDeque<>(); // when, the oldest first

  public RateLimiter(int calls, long window, LongSupplier clock) {
    if (calls < 1 || window < 1) {
      throw new IllegalArgumentException("calls and window are 1 or more");
    }
    this.calls = calls;
    this.window = window;
    this.clock = Objects.requireNonNull(clock);
  }

  @Override
  public synchronized boolean tryCall() {
    var now = clock.getAsLong();
    forget(now);
    if (log.size() == calls) {
      return false;
    }
    log.addLast(now);
    return true;
  }

  @Override
  public synchronized int left() {
    forget(clock.getAsLong());
    return calls - log.size();
  }

  private void forget(long now) {
    while (!log.isEmpty() && now - log.getFirst() >= window) {
      log.removeFirst();
    }
  }
}
