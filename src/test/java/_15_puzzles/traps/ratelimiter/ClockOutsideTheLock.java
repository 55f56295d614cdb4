package _15_puzzles.traps.ratelimiter;

import _15_puzzles.CallLimiter;
import book.Trap;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.LongSupplier;

@Trap(
    belief = "what the clock showed a moment ago is still the time",
    fails = "eachCallIsOneStep",
    saying = "no order of these calls explains what came back")
public final class ClockOutsideTheLock implements CallLimiter {
  private final int calls;
  private final long window;
  private final LongSupplier clock;
  private final Deque<Long> log = new ArrayDeque<>();

  public ClockOutsideTheLock(int calls, long window, LongSupplier clock) {
    if (calls < 1 || window < 1) {
      throw new IllegalArgumentException("calls and window are 1 or more");
    }
    this.calls = calls;
    this.window = window;
    this.clock = Objects.requireNonNull(clock);
  }

  @Override
  public boolean tryCall() {
    return tryCall(clock.getAsLong());
  }

  private synchronized boolean tryCall(long now) {
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
