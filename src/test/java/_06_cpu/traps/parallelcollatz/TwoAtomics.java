package _06_cpu.traps.parallelcollatz;

import _06_cpu.Survey;
import book.Trap;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;

@Trap(
    belief = "two atomic variables are updated together",
    fails = "theLongestIsNotLost",
    saying = "of 1 and 2")
public final class TwoAtomics implements Survey {
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
    return new Longest(job.winner.get(), job.most.get());
  }

  private static final class Job implements Callable<Void> {
    private final long first;
    private final long count;
    private final LongUnaryOperator steps;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong most = new AtomicLong(Long.MIN_VALUE);
    private final AtomicLong winner = new AtomicLong();

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
        var before = most.getAndAccumulate(walked, Math::max);
        if (walked > before || walked == before && start < winner.get()) {
          winner.set(start);
        }
      }
      return null;
    }
  }
}
