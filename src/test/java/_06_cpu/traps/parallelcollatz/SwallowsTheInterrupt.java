package _06_cpu.traps.parallelcollatz;

import _06_cpu.Survey;
import book.Trap;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;

@Trap(
    belief = "an interrupt is none of its business",
    fails = "anInterruptEndsTheWork",
    saying = "deadlock")
public final class SwallowsTheInterrupt implements Survey {
  @Override
  public Longest longest(long first, long last, int threads, LongUnaryOperator steps)
      throws InterruptedException {
    if (last < first || threads < 1) {
      throw new IllegalArgumentException("no numbers or no threads");
    }
    var count = last - first + 1;
    var piece = Math.max(1, count / 64 / threads);
    var taken = new AtomicLong();
    var found = new Longest[threads];
    var all = new ArrayList<Thread>();
    for (var i = 0; i < threads; i++) {
      var me = i;
      all.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (long from; (from = taken.getAndAdd(piece)) < count; ) {
                      for (var at = from; at < Math.min(from + piece, count); at++) {
                        var one = new Longest(first + at, steps.applyAsLong(first + at));
                        found[me] = longer(found[me], one);
                      }
                    }
                  }));
    }
    for (var thread : all) {
      try {
        thread.join();
      } catch (InterruptedException ignored) {
        Thread.currentThread().interrupt();
      }
    }
    Longest longest = null;
    for (var one : found) {
      longest = longer(longest, one);
    }
    return longest;
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
