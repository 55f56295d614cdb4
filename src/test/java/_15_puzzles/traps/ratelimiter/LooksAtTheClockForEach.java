package _15_puzzles.traps.ratelimiter;

import _15_puzzles.CallLimiter;
import book.Trap;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.LongSupplier;

@Trap(
    belief = "the clock stands still while a lock is held",
    fails = "aLookIsOneStep",
    saying = "left() gives 1 of 2")
public final class LooksAtTheClockForEach implements CallLimiter {
  private final int calls;
  private final long window;
  private final LongSupplier clock;
  private final Deque<Long> log = new ArrayDeque<>();

  public LooksAtTheClockForEach(int calls, long window, LongSupplier clock) {
    if (calls < 1 || window < 1) {
      throw new IllegalArgumentException("calls and window are 1 or more");
    }
    this.calls = calls;
    this.window = window;
    this.clock = Objects.requireNonNull(clock);
  }

  @Override
  public synchronized boolean tryCall() {
    return left() > 0 && log.add(clock.getAsLong());
  }

  @Override
  public synchronized int left() {
    log.removeIf(then -> clock.getAsLong() - then >= window); // each looks at another time
    return calls - log.size();
  }
}
