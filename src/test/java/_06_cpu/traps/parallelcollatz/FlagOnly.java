package _06_cpu.traps.parallelcollatz;

import _06_cpu.Survey;
import book.Trap;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongUnaryOperator;

@Trap(
    belief = "a flag is all it takes to end the others",
    fails = "anInterruptEndsTheWork",
    saying = "no thread can go on")
public final class FlagOnly implements Survey {
  @Override
  public Longest longest(long first, long last, int threads, LongUnaryOperator steps)
      throws InterruptedException {
    if (last < first || threads < 1) {
      throw new IllegalArgumentException("no numbers or no threads");
    }
    var count = last - first + 1;
    var taken = new AtomicLong();
    var longest = new AtomicReference<Longest>();
    var all = new ArrayList<Thread>();
    for (var i = 0; i < threads; i++) {
      all.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (long at; (at = taken.getAndIncrement()) < count; ) {
                      var found = new Longest(first + at, steps.applyAsLong(first + at));
                      longest.accumulateAndGet(found, FlagOnly::longer);
                    }
                  }));
    }
    try {
      for (var thread : all) {
        thread.join();
      }
    } catch (InterruptedException caller) {
      taken.set(count);
      for (var thread : all) {
        thread.join();
      }
      throw caller;
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
