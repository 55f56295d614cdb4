package _03_races;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// Two ways to count without a lock: adding one is a single step.
public sealed interface AtomicCounting extends Counting {
  final class OneNumber implements AtomicCounting {
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public void add(int times) {
      for (var i = 0; i < times; i++) {
        count.incrementAndGet();
      }
    }

    @Override
    public long total() {
      return count.get();
    }
  }

  /// Threads that get in each other's way add to different numbers; the total is their sum.
  final class SeveralNumbers implements AtomicCounting {
    private final LongAdder count = new LongAdder();

    @Override
    public void add(int times) {
      for (var i = 0; i < times; i++) {
        count.increment();
      }
    }

    @Override
    public long total() {
      return count.sum();
    }
  }
}
