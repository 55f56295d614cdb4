package _09_futures;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;
import java.util.stream.IntStream;

/// Many pieces of work for two workers, but only those of the second half take time.
///
/// @param rounds of computing in each piece of the second half
public record UnevenWork(int pieces, int rounds) {
  /// Each worker gets its half, once and for all.
  public long inHalves() throws InterruptedException, ExecutionException {
    try (var pool = Executors.newFixedThreadPool(2)) {
      var first = pool.submit(() -> sum(0, pieces / 2));
      var second = pool.submit(() -> sum(pieces / 2, pieces));
      return first.get() + second.get();
    }
  }

  /// Each half is halved again and again, and a worker that has nothing to do steals.
  public long byStealing() {
    try (var pool = new ForkJoinPool(2)) {
      return pool.invoke(new Part(0, pieces));
    }
  }

  private final class Part extends RecursiveTask<Long> {
    private final int from;
    private final int to;

    Part(int from, int to) {
      this.from = from;
      this.to = to;
    }

    @Override
    protected Long compute() {
      if (to - from <= 1) {
        return sum(from, to);
      }
      var middle = (from + to) >>> 1;
      var left = new Part(from, middle).fork(); // others may steal it
      return new Part(middle, to).compute() + left.join();
    }
  }

  long sum(int from, int to) {
    return IntStream.range(from, to).mapToLong(this::compute).sum();
  }

  private long compute(int piece) {
    return Xorshift.compute(piece + 1, piece < pieces / 2 ? 0 : rounds);
  }
}
