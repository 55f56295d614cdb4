package _06_cpu.traps.parallelcollatz;

import _06_cpu.Survey;
import book.Trap;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongUnaryOperator;

@Trap(
    belief = "neighbours take equally long, so every second number is half of the work",
    fails = "theOthersGoOn",
    saying = "no thread can go on")
public final class OddAndEven implements Survey {
  @Override
  public Longest longest(long first, long last, int threads, LongUnaryOperator steps)
      throws InterruptedException {
    if (last < first || threads < 1) {
      throw new IllegalArgumentException("no numbers or no threads");
    }
    var count = last - first + 1;
    try (var pool = Executors.newFixedThreadPool(threads)) {
      var found = new ArrayList<Future<Longest>>();
      for (var i = 0; i < threads; i++) {
        var thread = i;
        found.add(
            pool.submit(
                () -> {
                  Longest longest = null;
                  for (var at = (long) thread; at < count; at += threads) {
                    var start = first + at;
                    longest = longer(longest, new Longest(start, steps.applyAsLong(start)));
                  }
                  return longest;
                }));
      }
      Longest longest = null;
      for (var future : found) {
        longest = longer(longest, future.get());
      }
      return longest;
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed);
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
