package _06_cpu.traps.parallelcollatz;

import _06_cpu.Survey;
import book.Trap;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.LongUnaryOperator;

@Trap(
    belief = "whoever is done waits for the others, then all begin again",
    fails = "theOthersGoOn",
    saying = "no thread can go on")
public final class Batches implements Survey {
  @Override
  public Longest longest(long first, long last, int threads, LongUnaryOperator steps)
      throws InterruptedException {
    if (last < first || threads < 1) {
      throw new IllegalArgumentException("no numbers or no threads");
    }
    var count = last - first + 1;
    try (var pool = Executors.newFixedThreadPool(threads)) {
      Longest longest = null;
      for (var from = 0L; from < count; from += threads) {
        var batch = new ArrayList<Callable<Longest>>();
        for (var at = from; at < Math.min(from + threads, count); at++) {
          var start = first + at;
          batch.add(() -> new Longest(start, steps.applyAsLong(start)));
        }
        for (var found : pool.invokeAll(batch)) {
          longest = longer(longest, found.resultNow());
        }
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
