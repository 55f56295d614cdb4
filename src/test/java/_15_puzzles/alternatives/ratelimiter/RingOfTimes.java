package _15_puzzles.alternatives.ratelimiter;

import _15_puzzles.CallLimiter;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// The times of the last calls in a ring, under an explicit lock.
public final class RingOfTimes implements CallLimiter {
  private final long window;
  private final LongSupplier clock;
  private final Lock lock = new ReentrantLock();
  private final long[] times;
  private int next; // the place of the oldest, when all places are taken
  private int made; // how many places are taken

  public RingOfTimes(int calls, long window, LongSupplier clock) {
    if (calls < 1 || window < 1) {
      throw new IllegalArgumentException("calls and window are 1 or more");
    }
    this.window = window;
    this.clock = Objects.requireNonNull(clock);
    times = new long[calls];
  }

  @Override
  public boolean tryCall() {
    lock.lock();
    try {
      var now = clock.getAsLong();
      if (made == times.length && now - times[next] < window) {
        return false;
      }
      times[next] = now;
      next = (next + 1) % times.length;
      made = Math.min(made + 1, times.length);
      return true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int left() {
    lock.lock();
    try {
      var now = clock.getAsLong();
      var counting = 0;
      for (var at = 0; at < made; at++) {
        if (now - times[at] < window) {
          counting++;
        }
      }
      return times.length - counting;
    } finally {
      lock.unlock();
    }
  }
}
