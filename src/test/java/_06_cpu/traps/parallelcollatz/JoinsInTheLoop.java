package _06_cpu.traps.parallelcollatz;

import _06_cpu.Survey;
import book.Trap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongUnaryOperator;

@Trap(
    belief = "a thread must be joined right after it was started",
    fails = "allThreadsAreAtWork",
    saying = "no thread can go on")
public final class JoinsInTheLoop implements Survey {
  @Override
  public Longest longest(long first, long last, int threads, LongUnaryOperator steps)
      throws InterruptedException {
    if (last < first || threads < 1) {
      throw new IllegalArgumentException("no numbers or no threads");
    }
    var count = last - first + 1;
    var taken = new AtomicLong();
    var longest = new AtomicReference<Longest>();
    for (var i = 0; i < threads; i++) {
      var thread =
          new Thread(
              () -> {
                for (var at = taken.getAndIncrement(); at < count; at = taken.getAndIncrement()) {
                  var found = new Longest(first + at, steps.applyAsLong(first + at));
                  longest.accumulateAndGet(found, JoinsInTheLoop::longer);
                }
              });
      thread.start();
      thread.join();
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
