package _15_puzzles.alternatives.ratelimiter;

import _15_puzzles.CallLimiter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongSupplier;

/// Whoever only looks takes the read lock, and leaves the log as it is.
public final class ReadersTogether implements CallLimiter {
  private final int calls;
  private final long window;
  private final LongSupplier clock;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final List<Long> log = new ArrayList<>(); // when, the oldest first

  public ReadersTogether(int calls, long window, LongSupplier clock) {
    if (calls < 1 || window < 1) {
      throw new IllegalArgumentException("calls and window are 1 or more");
    }
    this.calls = calls;
    this.window = window;
    this.clock = Objects.requireNonNull(clock);
  }

  @Override
  public boolean tryCall() {
    lock.writeLock().lock();
    try {
      var now = clock.getAsLong();
      log.removeIf(then -> now - then >= window);
      return log.size() < calls && log.add(now);
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public int left() {
    lock.readLock().lock();
    try {
      var now = clock.getAsLong();
      return calls - (int) log.stream().filter(then -> now - then < window).count();
    } finally {
      lock.readLock().unlock();
    }
  }
}
