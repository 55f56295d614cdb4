package _06_cpu.traps.parallelcollatz;

import _06_cpu.Survey;
import book.Trap;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.LongUnaryOperator;

@Trap(
    belief = "++ of a number is one step",
    fails = "eachNumberOnce",
    saying = "4 was computed, which is not from 1 to 3")
public final class PlainNext implements Survey {
  @Override
  public Longest longest(long first, long last, int threads, LongUnaryOperator steps)
      throws InterruptedException {
    if (last < first || threads < 1) {
      throw new IllegalArgumentException("no numbers or no threads");
    }
    var count = last - first + 1;
    var taken = new long[1];
    Callable<Longest> worker =
        () -> {
          Longest longest = null;
          while (taken[0] < count) {
            var start = first + taken[0]++;
            longest = longer(longest, new Longest(start, steps.applyAsLong(start)));
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
