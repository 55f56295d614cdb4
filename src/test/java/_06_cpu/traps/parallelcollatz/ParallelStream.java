package _06_cpu.traps.parallelcollatz;

import _06_cpu.Survey;
import book.Trap;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;

@Trap(
    belief = "a parallel stream uses as many threads as it is told",
    fails = "oneThreadFindsIt",
    saying = "parallel")
public final class ParallelStream implements Survey {
  @Override
  public Longest longest(long first, long last, int threads, LongUnaryOperator steps)
      throws InterruptedException {
    if (last < first || threads < 1) {
      throw new IllegalArgumentException("no numbers or no threads");
    }
    return LongStream.rangeClosed(first, last)
        .parallel()
        .mapToObj(start -> new Longest(start, steps.applyAsLong(start)))
        .reduce(ParallelStream::longer)
        .orElseThrow();
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
