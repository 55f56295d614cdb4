package _06_cpu.traps.parallelcollatz;

import _06_cpu.Survey;
import book.Trap;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;

@Trap(
    belief = "a number plus one is larger",
    fails = "theEdges",
    saying = "was computed, which is not from 9223372036854775806 to")
public final class RunsOverTheEnd implements Survey {
  @Override
  public Longest longest(long first, long last, int threads, LongUnaryOperator steps)
      throws InterruptedException {
    if (last < first || threads < 1) {
      throw new IllegalArgumentException("no numbers or no threads");
    }
    var next = new AtomicLong(first);
    Callable<Longest> worker =
        () -> {
          Longest longest = null;
          for (var start = next.getAndIncrement(); start <= last; start = next.getAndIncrement()) {
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
