package _06_cpu.traps.parallelcollatz;

import _06_cpu.Survey;
import book.Trap;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.LongUnaryOperator;

@Trap(
    belief = "whatever is shared must be locked, so all of it is",
    fails = "allThreadsAreAtWork",
    saying = "no thread can go on")
public final class LocksWhileComputing implements Survey {
  @Override
  public Longest longest(long first, long last, int threads, LongUnaryOperator steps)
      throws InterruptedException {
    if (last < first || threads < 1) {
      throw new IllegalArgumentException("no numbers or no threads");
    }
    var job = new Job(first, last - first + 1, steps);
    try (var pool = Executors.newFixedThreadPool(threads)) {
      pool.invokeAll(Collections.nCopies(threads, job));
    }
    return job.longest;
  }

  private static final class Job implements Callable<Void> {
    private final long first;
    private final long count;
    private final LongUnaryOperator steps;
    private long taken;
    private Longest longest;

    Job(long first, long count, LongUnaryOperator steps) {
      this.first = first;
      this.count = count;
      this.steps = steps;
    }

    @Override
    public Void call() {
      while (next()) {
        Thread.yield();
      }
      return null;
    }

    private synchronized boolean next() {
      if (taken == count) {
        return false;
      }
      var start = first + taken++;
      var walked = steps.applyAsLong(start);
      if (longest == null
          || walked > longest.steps()
          || walked == longest.steps() && start < longest.start()) {
        longest = new Longest(start, walked);
      }
      return true;
    }
  }
}
