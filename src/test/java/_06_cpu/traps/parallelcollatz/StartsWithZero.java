package _06_cpu.traps.parallelcollatz;

import _06_cpu.Survey;
import book.Trap;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;

@Trap(belief = "there are no fewer than 0", fails = "theEdges", saying = "start=0")
public final class StartsWithZero implements Survey {
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
    private final AtomicLong taken = new AtomicLong();
    private Longest longest = new Longest(0, 0);

    Job(long first, long count, LongUnaryOperator steps) {
      this.first = first;
      this.count = count;
      this.steps = steps;
    }

    @Override
    public Void call() {
      for (var at = taken.getAndIncrement(); at < count; at = taken.getAndIncrement()) {
        var start = first + at;
        var walked = steps.applyAsLong(start);
        synchronized (this) {
          if (walked > longest.steps() || walked == longest.steps() && start < longest.start()) {
            longest = new Longest(start, walked);
          }
        }
      }
      return null;
    }
  }
}
