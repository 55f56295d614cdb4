package _06_cpu.alternatives.parallelcollatz;

import _06_cpu.Survey;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;
import java.util.function.LongUnaryOperator;

/// Ranges cut in two, again and again, until they are small. Whoever has nothing left steals the
/// largest piece that another one has not begun.
public final class Stealing implements Survey {
  private static final int PIECES_EACH = 32;

  @Override
  public Longest longest(long first, long last, int threads, LongUnaryOperator steps)
      throws InterruptedException {
    if (last < first || threads < 1) {
      throw new IllegalArgumentException("nothing to find, or nobody who looks");
    }
    var small = (last - first) / PIECES_EACH / threads;
    try (var pool = new ForkJoinPool(threads)) {
      return pool.invoke(new Piece(first, last, small, steps));
    }
  }

  private static final class Piece extends RecursiveTask<Longest> {
    private final long first;
    private final long last;
    private final long small;
    private final LongUnaryOperator steps;

    Piece(long first, long last, long small, LongUnaryOperator steps) {
      this.first = first;
      this.last = last;
      this.small = small;
      this.steps = steps;
    }

    @Override
    protected Longest compute() {
      if (last - first > small) {
        var middle = first + (last - first) / 2;
        var right = new Piece(middle + 1, last, small, steps);
        right.fork();
        var left = new Piece(first, middle, small, steps).compute();
        return longer(left, right.join());
      }
      var longest = new Longest(first, steps.applyAsLong(first));
      for (var done = first; done < last; done++) {
        longest = longer(longest, new Longest(done + 1, steps.applyAsLong(done + 1)));
      }
      return longest;
    }

    /// @param left found below the other one
    private static Longest longer(Longest left, Longest right) {
      return right.steps() > left.steps() ? right : left;
    }
  }
}
