package _06_cpu.alternatives.parallelcollatz;

import static java.util.Comparator.comparingLong;
import static java.util.function.BinaryOperator.maxBy;

import _06_cpu.Survey;
import java.util.Comparator;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;

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
    var left = new AtomicLong(last - first); // it passes 0 and goes on below
    var longest = new AtomicReference<Longest>(new Longest(Long.MAX_VALUE, Long.MIN_VALUE));
    Runnable work =
        () -> {
          for (long distance; (distance = left.getAndDecrement()) >= 0; ) {
            var start = last - distance;
            var found = new Longest(start, steps.applyAsLong(start));
            longest.accumulateAndGet(found, maxBy(BY_LENGTH));
          }
        };
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        var done = new ExecutorCompletionService<Void>(workers);
        IntStream.range(0, threads).forEach(_ -> done.submit(work, null));
        for (var i = 0; i < threads; i++) {
          done.take();
        }
        return longest.get();
      } finally {
        left.set(-1); // nothing is left, also when the caller was interrupted
        workers.shutdownNow();
      }
    }
  }
}
