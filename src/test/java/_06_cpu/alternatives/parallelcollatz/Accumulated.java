package _06_cpu.alternatives.parallelcollatz;

import static java.util.Comparator.comparingLong;
import static java.util.function.BinaryOperator.maxBy;

import _06_cpu.Survey;
import java.util.Comparator;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongUnaryOperator;

/// Virtual threads, one number at a time, and one maximum for all: an immutable pair, exchanged as
/// a whole.
public final class Accumulated implements Survey {
  private static final Comparator<Longest> BY_LENGTH =
      comparingLong(Longest::steps).thenComparing(comparingLong(Longest::start).reversed());

  @Override
  public Longest longest(long first, long last, int threads, LongUnaryOperator steps)
      throws InterruptedException {
    if (last < first || threads <= 0) {
      throw new IllegalArgumentException("nothing to do, or nobody to do it");
    }
    var distance = new AtomicLong(); // from the last number down: it passes 0 and goes on below
    distance.set(last - first);
    var longest = new AtomicReference<Longest>(new Longest(Long.MAX_VALUE, Long.MIN_VALUE));
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < threads; i++) {
        workers.execute(
            () -> {
              for (long left = distance.getAndDecrement();
                  left >= 0;
                  left = distance.getAndDecrement()) {
                var start = last - left;
                longest.accumulateAndGet(
                    new Longest(start, steps.applyAsLong(start)), maxBy(BY_LENGTH));
              }
            });
      }
    }
    return longest.get();
  }
}
