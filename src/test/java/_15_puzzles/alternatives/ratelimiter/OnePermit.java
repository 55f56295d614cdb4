package _15_puzzles.alternatives.ratelimiter;

import _15_puzzles.CallLimiter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/// One permit of a semaphore guards the log.
public final class OnePermit implements CallLimiter {
  private final int calls;
  private final long window;
  private final LongSupplier clock;
  private final Deque<Long> log = new ArrayDeque<>();
  private final Semaphore permit = new Semaphore(1);

  public OnePermit(int calls, long window, LongSupplier clock) {
    if (calls < 1 || window < 1) {
      throw new IllegalArgumentException("calls and window are 1 or more");
    }
    this.calls = calls;
    this.window = window;
    this.clock = Objects.requireNonNull(clock);
  }

  @Override
  public boolean tryCall() {
    permit.acquireUninterruptibly();
    try {
      var now = forget();
      return log.size() < calls && log.offerLast(now);
    } finally {
      permit.release();
    }
  }

  @Override
  public int left() {
    permit.acquireUninterruptibly();
    try {
      forget();
      return calls - log.size();
    } finally {
      permit.release();
    }
  }

  private long forget() {
    var now = clock.getAsLong();
    log.removeIf(then -> now - then >= window);
    return now;
  }
}
