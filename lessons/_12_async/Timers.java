package _12_async;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/// Callbacks that are due later, in a heap: the one that is due next is on top.
final class Timers {
  private static final Duration LONGEST = Duration.ofDays(100 * 365); // nanoTime never gets so far
  private static final int FEW = 128;

  private final PriorityQueue<Timer> heap = new PriorityQueue<>();
  private long submitted;
  private int sweepAt = FEW;

  /// @param due a moment of [System#nanoTime], which may be negative: only differences count
  private record Timer(Handle handle, long due, long order) implements Comparable<Timer> {
    @Override
    public int compareTo(Timer other) {
      return due != other.due
          ? Long.signum(due - other.due)
          : Long.signum(order - other.order); // due together: the one submitted first
    }
  }

  void add(Duration delay, Handle handle) {
    var bounded = delay.isNegative() ? Duration.ZERO : delay;
    bounded = bounded.compareTo(LONGEST) > 0 ? LONGEST : bounded;
    add(System.nanoTime() + bounded.toNanos(), handle);
  }

  void add(long due, Handle handle) {
    heap.add(new Timer(handle, due, submitted++));
    if (heap.size() > sweepAt) { // cancelled ones would stay until they are due
      heap.removeIf(timer -> timer.handle.isCancelled());
      sweepAt = Math.max(FEW, 2 * heap.size());
    }
  }

  /// How many milliseconds until the next one is due, rounded up. 0: one is due. Very many: there
  /// is none.
  long millisToNext() {
    return heap.isEmpty()
        ? Long.MAX_VALUE
        : Math.ceilDiv(Math.max(0, heap.peek().due - System.nanoTime()), 1_000_000L);
  }

  /// Takes out those that are due, in their order.
  void takeDue(long now, Consumer<Handle> taker) {
    while (!heap.isEmpty() && heap.peek().due - now <= 0) {
      taker.accept(heap.poll().handle);
    }
  }
}
