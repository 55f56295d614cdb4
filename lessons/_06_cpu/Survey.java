package _06_cpu;

import java.util.function.LongUnaryOperator;

/// Finds the number of a range that takes the most steps, with several threads.
///
/// Several calls of [#longest] may be under way at once, even one inside the `steps` of another.
/// They have nothing to do with each other. The class has a public constructor without parameters.
public interface Survey {
  /// Calls `steps` exactly once with each number from `first` to `last`, and returns the number
  /// that takes the most.
  ///
  /// Never more than `threads` calls of `steps` are under way at once. And never fewer, while more
  /// than a tenth of the range waits for its call: when one call ends, the next begins, however
  /// long the other calls take, be it for ever, and however few processors there are. Once no more
  /// than a tenth waits, a thread may have nothing left to do.
  ///
  /// When the calling thread is interrupted, the rest is given up: every thread that is inside
  /// `steps` is interrupted, and the numbers that wait are never computed. A call that is just
  /// beginning may begin, but it is interrupted, too.
  ///
  /// Blocks until all numbers are computed, or the rest was given up. In each case all calls of
  /// `steps` have ended when `longest` returns or throws, however long they take after an
  /// interrupt, and however often the caller is interrupted meanwhile. All threads that were
  /// started have ended as well, or do so without waiting for anything more.
  ///
  /// However long the range is, it takes no more memory than a short one.
  ///
  /// @param first the first number of the range; any number
  /// @param last the last one, at least `first`; it may be `Long.MAX_VALUE`. A range holds fewer
  ///   than 2^62 numbers
  /// @param threads from 1 to 1,000; there may be fewer numbers than threads
  /// @param steps called by several threads at once; it may return any number, and throws nothing.
  ///   It interrupts none of the threads that were started. If it catches an
  ///   `InterruptedException`, it sets the interrupt status again before it returns
  /// @throws IllegalArgumentException when `last` is below `first`, or `threads` below 1, before
  ///   any call of `steps`
  /// @throws InterruptedException when the calling thread was interrupted while it waited. An
  ///   interrupt that comes too late for that stays in the thread's interrupt status
  Longest longest(long first, long last, int threads, LongUnaryOperator steps)
      throws InterruptedException;

  /// The number that takes the most steps. If several take as many, it is the smallest of them.
  record Longest(long start, long steps) {}
}
