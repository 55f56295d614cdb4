package _06_cpu.traps.parallelcollatz;

import _06_cpu.Survey;
import book.Trap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongUnaryOperator;

@Trap(
    belief = "half of an answer is better than none",
    fails = "anInterruptEndsTheWork",
    saying = "nothing: it returned")
public final class ReturnsWhatItHas implements Survey {
  @Override
  public Longest longest(long first, long last, int threads, LongUnaryOperator steps)
      throws InterruptedException {
    if (last < first || threads < 1) {
      throw new IllegalArgumentException("no numbers or no threads");
    }
    var count = last - first + 1;
    var taken = new AtomicLong();
    var longest = new AtomicReference<Longest>();
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < threads; i++) {
        pool.execute(
            () -> {
              for (long at; (at = taken.getAndIncrement()) < count; ) {
                if (Thread.currentThread().isInterrupted()) {
                  return;
                }
                var found = new Longest(first + at, steps.applyAsLong(first + at));
                longest.accumulateAndGet(found, ReturnsWhatItHas::longer);
              }
            });
      }
    }
    return longest.get();
  }

  private static Longest longer(Longest one, Longest other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    if (one.steps() != other.steps()) {
      return one.steps() > other.steps() ? one : other;
    }
    return one.start() < other.start() ? one : other;
  }
}
