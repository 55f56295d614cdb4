package _15_puzzles.traps.ratelimiter;

import _15_puzzles.CallLimiter;
import book.Trap;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

@Trap(
    belief = "a thread that does not get the lock at once is refused",
    fails = "roomForBoth",
    saying = "calls let through, 2 left, 2 threads")
public final class BusyMeansNo implements CallLimiter {
  private final int calls;
  private final long window;
  private final LongSupplier clock;
  private final Deque<Long> log = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();

  public BusyMeansNo(int calls, long window, LongSupplier clock) {
    if (calls < 1 || window < 1) {
      throw new IllegalArgumentException("calls and window are 1 or more");
    }
    this.calls = calls;
    this.window = window;
    this.clock = Objects.requireNonNull(clock);
  }

  @Override
  public boolean tryCall() {
    if (!lock.tryLock()) {
      return false;
    }
    try {
      var now = clock.getAsLong();
      forget(now);
      return log.size() < calls && log.offerLast(now);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int left() {
    lock.lock();
    try {
      forget(clock.getAsLong());
      return calls - log.size();
    } finally {
      lock.unlock();
    }
  }

  private void forget(long now) {
    while (!log.isEmpty() && now - log.getFirst() >= window) {
      log.removeFirst();
    }
  }
}
