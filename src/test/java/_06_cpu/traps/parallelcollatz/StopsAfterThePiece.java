package _06_cpu.traps.parallelcollatz;

import _06_cpu.Survey;
import book.Trap;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;

@Trap(
    belief = "whoever is interrupted may finish what it has begun",
    fails = "anInterruptEndsTheWork",
    saying = "was: <InterruptedException, 1 under way, 1 more>")
public final class StopsAfterThePiece implements Survey {
  @Override
  public Longest longest(long first, long last, int threads, LongUnaryOperator steps)
      throws InterruptedException {
    if (last < first || threads < 1) {
      throw new IllegalArgumentException("no numbers or no threads");
    }
    var count = last - first + 1;
    var piece = Math.max(1, count / 64 / threads);
    var taken = new AtomicLong();
    Callable<Longest> worker =
        () -> {
          Longest longest = null;
          for (long from; (from = taken.getAndAdd(piece)) < count; ) {
            if (Thread.interrupted()) {
              throw new InterruptedException();
            }
            for (var at = from; at < Math.min(from + piece, count); at++) {
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
