package _15_puzzles.traps.ratelimiter;

import _15_puzzles.CallLimiter;
import book.Trap;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.LongSupplier;

@Trap(
    belief = "the smallest number is the oldest call",
    fails = "anyWindow",
    saying = "made 10 and 5 ns ago")
public final class SmallestIsOldest implements CallLimiter {
  private final int calls;
  private final long window;
  private final LongSupplier clock;
  private final Queue<Long> log = new PriorityQueue<>(); // when; the head is the oldest

  public SmallestIsOldest(int calls, long window, LongSupplier clock) {
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
    log.add(now);
    return true;
  }

  @Override
  public synchronized int left() {
    forget(clock.getAsLong());
    return calls - log.size();
  }

  private void forget(long now) {
    while (!log.isEmpty() && now - log.element() >= window) {
      log.remove();
    }
  }
}
