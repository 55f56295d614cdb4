package _15_puzzles.traps.ratelimiter;

import _15_puzzles.CallLimiter;
import book.Trap;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.LongSupplier;

@Trap(
    belief = "one line looks, the next one acts, and nobody comes between",
    fails = "theLastCall",
    saying = "calls let through, 1 left, 2 threads")
public final class UnlockedLog implements CallLimiter {
  private final int calls;
  private final long window;
  private final LongSupplier clock;
  private final Deque<Long> log = new ArrayDeque<>();

  public UnlockedLog(int calls, long window, LongSupplier clock) {
    if (calls < 1 || window < 1) {
      throw new IllegalArgumentException("calls and window are 1 or more");
    }
    this.calls = calls;
    this.window = window;
    this.clock = Objects.requireNonNull(clock);
  }

  @Override
  public boolean tryCall() {
    var now = clock.getAsLong();
    forget(now);
    if (log.size() == calls) {
      return false;
    }
    log.addLast(now);
    return true;
  }

  @Override
  public int left() {
    forget(clock.getAsLong());
    return calls - log.size();
  }

  private void forget(long now) {
    while (!log.isEmpty() && now - log.getFirst() >= window) {
      log.removeFirst();
    }
  }
}
