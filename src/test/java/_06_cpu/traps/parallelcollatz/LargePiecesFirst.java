package _06_cpu.traps.parallelcollatz;

import _06_cpu.Survey;
import book.Trap;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;

@Trap(
    belief = "large pieces may come first when small ones come last",
    fails = "theOthersGoOn",
    saying = "no thread can go on")
public final class LargePiecesFirst implements Survey {
  @Override
  public Longest longest(long first, long last, int threads, LongUnaryOperator steps)
      throws InterruptedException {
    if (last < first || threads < 1) {
      throw new IllegalArgumentException("no numbers or no threads");
    }
    var count = last - first + 1;
    var taken = new AtomicLong();
    Callable<Longest> worker =
        () -> {
          Longest longest = null;
          for (var from = taken.get(); from < count; from = taken.get()) {
            var piece = Math.max(1, (count - from) / 2 / threads);
            if (!taken.compareAndSet(from, from + piece)) {
              continue;
            }
            for (var at = from; at < Math.min(from + piece, count); at++) {
              if (Thread.interrupted()) {
                throw new InterruptedException();
              }
              longest = longer(longest, new Longest(first + at, steps.applyAsLong(first + at)));
            }
          }
          return longest;
        };
    try (var pool = Executors.newFixedThreadPool(threads)) {
      Longest longest = null;
      for (var found : pool.invokeAll(Collections.nCopies(threads, worker))) {
        longest = longer(longest, found.resultNow());
      }
      return longest;
    }
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
