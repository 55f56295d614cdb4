package _06_cpu.traps.parallelcollatz;

import _06_cpu.Survey;
import book.Trap;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;

@Trap(
    belief = "one thread: the caller is one",
    fails = "anInterruptEndsTheWork",
    saying = "The rest should have been given up")
public final class OneThreadIsTheCaller implements Survey {
  /// How often each thread fetches a piece: seldom is unfair, and often costs time.
  private static final int PIECES_EACH = 64;

  @Override
  public Longest longest(long first, long last, int threads, LongUnaryOperator steps)
      throws InterruptedException {
    if (last < first || threads < 1) {
      throw new IllegalArgumentException(threads + " threads from " + first + " to " + last);
    }
    if (threads == 1) { // one thread: the caller is one
      var longest = new Longest(first, steps.applyAsLong(first));
      for (var start = first; start < last; ) {
        start++;
        longest = longer(longest, new Longest(start, steps.applyAsLong(start)));
      }
      return longest;
    }
    var count = last - first + 1;
    var piece = Math.max(1, count / PIECES_EACH / threads);
    var taken = new AtomicLong(); // counted from 0, so that it cannot run over Long.MAX_VALUE
    Callable<Longest> worker =
        () -> {
          Longest longest = null; // this thread's own: no other waits for it or changes it
          for (long from; (from = taken.getAndAdd(piece)) < count; ) {
            for (var at = from; at < Math.min(from + piece, count); at++) {
              if (Thread.interrupted()) {
                throw new InterruptedException(); // the caller has given up
              }
              var start = first + at;
              longest = longer(longest, new Longest(start, steps.applyAsLong(start)));
            }
          }
          return longest;
        };
    try (var pool = Executors.newFixedThreadPool(threads)) {
      Longest longest = null;
      for (var found : pool.invokeAll(Collections.nCopies(threads, worker))) {
        longest = longer(longest, found.resultNow());
      }
      return longest;
    }
  }

  /// @param one null for none, as is the other
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
