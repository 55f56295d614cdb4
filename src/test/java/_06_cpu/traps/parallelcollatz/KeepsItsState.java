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
    belief = "a class keeps what it works with in fields",
    fails = "oneThreadFindsIt",
    saying = "of 1 to 3")
public final class KeepsItsState implements Survey {
  private final AtomicLong taken = new AtomicLong();
  private final AtomicReference<Longest> longest = new AtomicReference<>();
  private volatile long count;

  @Override
  public Longest longest(long first, long last, int threads, LongUnaryOperator steps)
      throws InterruptedException {
    if (last < first || threads < 1) {
      throw new IllegalArgumentException("no numbers or no threads");
    }
    count = last - first + 1;
    taken.set(0);
    longest.set(null);
    Callable<Void> worker =
        () -> {
          for (long at; (at = taken.getAndIncrement()) < count; ) {
            if (Thread.interrupted()) {
              throw new InterruptedException();
            }
            var found = new Longest(first + at, steps.applyAsLong(first + at));
            longest.accumulateAndGet(found, KeepsItsState::longer);
          }
          return null;
        };
    try (var pool = Executors.newFixedThreadPool(threads)) {
      pool.invokeAll(Collections.nCopies(threads, worker));
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
