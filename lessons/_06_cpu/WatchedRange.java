package _06_cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import _06_cpu.Survey.Longest;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongUnaryOperator;

/// A range and what its numbers take; it notices what is computed, and by how many at once.
final class WatchedRange implements LongUnaryOperator {
  private final int threads;
  private final long first;
  private final long last;
  private final LongUnaryOperator steps;
  private final AtomicIntegerArray computed;
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicReference<String> fault = new AtomicReference<>("");

  WatchedRange(int threads, long first, long last, LongUnaryOperator steps) {
    this.threads = threads;
    this.first = first;
    this.last = last;
    this.steps = steps;
    computed = new AtomicIntegerArray((int) (last - first + 1));
  }

  @Override
  public long applyAsLong(long number) {
    if (number < first || number > last) {
      fault.set("%d was computed, which is not from %d to %d".formatted(number, first, last));
      throw new IllegalArgumentException(fault.get()); // ends a loop
    }
    computed.incrementAndGet((int) (number - first));
    var calls = inside.incrementAndGet();
    if (calls > threads) {
      fault.set("%d calls of steps were under way, threads being %d".formatted(calls, threads));
    }
    var result = steps.applyAsLong(number);
    inside.decrementAndGet();
    return result;
  }

  /// What the survey finds. Fails when a number was not computed once, when another one was, or
  /// when more calls were under way than there are threads.
  Longest longest(Survey survey) throws InterruptedException {
    try {
      var found = survey.longest(first, last, threads, this);
      assertEquals(0, inside.get(), "calls of steps under way after longest returned");
      for (var at = 0; at < computed.length(); at++) {
        var times = "how often %d was computed, of %d to %d".formatted(first + at, first, last);
        assertEquals(1, computed.get(at), times);
      }
      return found;
    } finally {
      if (!fault.get().isEmpty()) {
        fail(fault.get());
      }
    }
  }
}
