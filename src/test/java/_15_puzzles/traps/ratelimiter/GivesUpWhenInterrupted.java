package _15_puzzles.traps.ratelimiter;

import _15_puzzles.CallLimiter;
import book.Trap;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

@Trap(
    belief = "an interrupted thread should stop whatever it does",
    fails = "strangersAndInterrupts",
    saying = "one of the first two calls, 2 allowed, interrupted")
public final class GivesUpWhenInterrupted implements CallLimiter {
  private final int calls;
  private final long window;
  private final LongSupplier clock;
  private final Deque<Long> log = new ArrayDeque<>();
  private final Semaphore permit = new Semaphore(1);

  public GivesUpWhenInterrupted(int calls, long window, LongSupplier clock) {
    if (calls < 1 || window < 1) {
      throw new IllegalArgumentException("calls and window are 1 or more");
    }
    this.calls = calls;
    this.window = window;
    this.clock = Objects.requireNonNull(clock);
  }

  @Override
  public boolean tryCall() {
    try {
      permit.acquire();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
    try {
      var now = clock.getAsLong();
      forget(now);
      return log.size() < calls && log.offerLast(now);
    } finally {
      permit.release();
    }
  }

  @Override
  public int left() {
    permit.acquireUninterruptibly();
    try {
      forget(clock.getAsLong());
      return calls - log.size();
    } finally {
      permit.release();
    }
  }

  private void forget(long now) {
    while (!log.isEmpty() && now - log.getFirst() >= window) {
      log.removeFirst();
    }
  }
}
