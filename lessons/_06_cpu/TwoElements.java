package _06_cpu;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLongArray;

/// Two threads count, each in its own element of one array. Neither touches the other's.
///
/// @param first the element of one thread
/// @param second the element of the other
public record TwoElements(AtomicLongArray counts, int first, int second) {
  /// When a thread counted, in nanoseconds.
  public record Period(long from, long to) {}

  /// Both threads count at once. Blocks until both are done.
  ///
  /// @param threads has two threads that are free
  public Period[] count(int times, ExecutorService threads) throws Exception {
    var start = new CyclicBarrier(2);
    var one = threads.submit(() -> startAndCount(start, first, times));
    var other = threads.submit(() -> startAndCount(start, second, times));
    return new Period[] {one.get(), other.get()};
  }

  private Period startAndCount(CyclicBarrier start, int element, int times) throws Exception {
    start.await();
    return count(element, times);
  }

  /// The calling thread counts in one element.
  public Period count(int element, int times) {
    var from = System.nanoTime();
    for (var i = 0; i < times; i++) {
      counts.incrementAndGet(element);
    }
    return new Period(from, System.nanoTime());
  }

  /// What both have counted.
  public long sum() {
    return counts.get(first) + counts.get(second);
  }
}
