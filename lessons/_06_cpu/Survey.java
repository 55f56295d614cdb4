package _06_cpu;

import java.util.function.LongUnaryOperator;

/// Finds the number of a range that takes the most steps, with several threads.
public interface Survey {
  /// Calls `steps` exactly once with each number from `first` to `last`, and returns the number
  /// that takes the most.
  ///
  /// As many calls of `steps` as there are threads are under way at once, never more, and never
  /// fewer while numbers wait: that is what keeps all cores busy.
  ///
  /// The work is balanced, whatever a number costs. While one call of `steps` takes its time, be it
  /// forever, the other threads compute at least nine tenths of the range. That holds for two
  /// threads or more, and a range that has at least ten numbers for each.
  ///
  /// Blocks until all numbers are computed. All threads that computed, except the caller's own,
  /// have then ended, or do so without waiting for anything more.
  ///
  /// @param first the first number of the range
  /// @param last the last one, at least `first`; also `Long.MAX_VALUE`. A range holds fewer than
  ///   2^62 numbers
  /// @param threads how many; at least 1
  /// @param steps called by several threads at once; it may return any number, and throws nothing
  /// @throws IllegalArgumentException when `last` is below `first`, or `threads` below 1
  /// @throws InterruptedException when the calling thread is interrupted while it waits. What
  ///   becomes of the numbers that were left is not promised
  Longest longest(long first, long last, int threads, LongUnaryOperator steps)
      throws InterruptedException;

  /// The number that takes the most steps. If several take as many, it is the smallest of them.
  record Longest(long start, long steps) {}
}
