package _06_cpu.traps.parallelcollatz;

import _06_cpu.Survey;
import book.Trap;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongUnaryOperator;

@Trap(
    belief = "more threads are always faster",
    fails = "allThreadsAreAtWork",
    saying = "threads being")
public final class ThreadPerNumber implements Survey {
  @Override
  public Longest longest(long first, long last, int threads, LongUnaryOperator steps)
      throws InterruptedException {
    if (last < first || threads < 1) {
      throw new IllegalArgumentException("no numbers or no threads");
    }
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var found = new ArrayList<Future<Longest>>();
      for (var at = 0L; at < last - first + 1; at++) {
        var start = first + at;
        found.add(pool.submit(() -> new Longest(start, steps.applyAsLong(start))));
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
