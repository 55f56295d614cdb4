package _06_cpu.traps.parallelcollatz;

import _06_cpu.Survey;
import book.Trap;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongUnaryOperator;

@Trap(
    belief = "of equals the first one found is the smallest",
    fails = "theLongestIsNotLost",
    saying = "expected: <Longest[start=1, steps=1000]> but was: <Longest[start=2, steps=1000]>")
public final class TheFirstFoundWins implements Survey {
  @Override
  public Longest longest(long first, long last, int threads, LongUnaryOperator steps)
      throws InterruptedException {
    if (last < first || threads < 1) {
      throw new IllegalArgumentException("no numbers or no threads");
    }
    var count = last - first + 1;
    var taken = new AtomicLong();
    var longest = new AtomicReference<Longest>();
    Callable<Void> worker =
        () -> {
          for (var at = taken.getAndIncrement(); at < count; at = taken.getAndIncrement()) {
            var found = new Longest(first + at, steps.applyAsLong(first + at));
            longest.accumulateAndGet(found, TheFirstFoundWins::longer);
          }
          return null;
        };
    try (var pool = Executors.newFixedThreadPool(threads)) {
      pool.invokeAll(Collections.nCopies(threads, worker));
    }
    return longest.get();
  }

  private static Longest longer(Longest one, Longest other) {
    return one == null || other.steps() > one.steps() ? other : one;
  }
}
