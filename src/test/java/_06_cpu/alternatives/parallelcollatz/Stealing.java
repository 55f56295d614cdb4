package _06_cpu.alternatives.parallelcollatz;

import _06_cpu.Survey;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CountedCompleter;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongUnaryOperator;

/// Ranges cut in two, again and again, until they are small. Whoever has nothing left steals the
/// largest piece that another one has not begun. Nobody waits for a piece: the last one to end
/// completes the whole.
public final class Stealing implements Survey {
  private static final int PIECES_EACH = 32;

  @Override
  public Longest longest(long first, long last, int threads, LongUnaryOperator steps)
      throws InterruptedException {
    if (last < first || threads < 1) {
      throw new IllegalArgumentException("nothing to find, or nobody who looks");
    }
    var job = new Job(steps, (last - first) / PIECES_EACH / threads);
    try (var pool = new ForkJoinPool(threads)) {
      try {
        pool.execute(new Piece(null, first, last, job));
        job.done.await();
        return job.longest.get();
      } finally {
        job.over = true;
        pool.shutdownNow();
      }
    }
  }

  private static final class Job {
    private final LongUnaryOperator steps;
    private final long small;
    private final AtomicReference<Longest> longest = new AtomicReference<>();
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean over;

    Job(LongUnaryOperator steps, long small) {
      this.steps = steps;
      this.small = small;
    }

    void compute(long start) {
      longest.accumulateAndGet(new Longest(start, steps.applyAsLong(start)), Job::longer);
    }

    /// @param best null for none so far
    private static Longest longer(Longest best, Longest found) {
      if (best == null || found.steps() > best.steps()) {
        return found;
      }
      return found.steps() == best.steps() && found.start() < best.start() ? found : best;
    }
  }

  private static final class Piece extends CountedCompleter<Void> {
    private final long first;
    private final long last;
    private final transient Job job;

    Piece(Piece whole, long first, long last, Job job) {
      super(whole);
      this.first = first;
      this.last = last;
      this.job = job;
    }

    @Override
    public void compute() {
      var begin = first;
      var end = last;
      while (end - begin > job.small) {
        var middle = begin + (end - begin) / 2;
        addToPendingCount(1);
        new Piece(this, middle + 1, end, job).fork();
        end = middle;
      }
      for (var at = begin; !job.over; at++) {
        job.compute(at);
        if (at == end) {
          break; // before adding one: Long.MAX_VALUE has no next
        }
      }
      tryComplete();
    }

    @Override
    public void onCompletion(CountedCompleter<?> lastPart) {
      if (getCompleter() == null) {
        job.done.countDown();
      }
    }
  }
}
