package _06_cpu.exercise;

import _06_cpu.Survey;
import java.util.function.LongUnaryOperator;

/// Finds the number that takes the most steps.
public final class ParallelCollatz implements Survey {
  @Override
  public Longest longest(long first, long last, int threads, LongUnaryOperator steps)
      throws InterruptedException {
    var longest = new Longest(first, steps.applyAsLong(first));
    for (var start = first + 1; start <= last; start++) {
      // TODO: one core computes, the others look on. How do they get their share of the numbers, so
      // that all are done at the same time? And whose maximum is this one?
      var walked = steps.applyAsLong(start);
      if (walked > longest.steps()) {
        longest = new Longest(start, walked);
      }
    }
    return longest;
  }
}
