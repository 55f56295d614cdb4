package _12_async;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/// Callbacks that are due later, in a heap: the one that is due next is on top.
final class Timers {
  private static final long LONGEST = Long.MAX_VALUE / 2; // 146 years: no difference overflows
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
    var due = System.nanoTime() + Math.clamp(delay.toNanos(), 0, LONGEST);
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
  void takeDue(Consumer<Handle> taker) {
    var now = System.nanoTime();
    while (!heap.isEmpty() && heap.peek().due - now <= 0) {
      taker.accept(heap.poll().handle);
    }
  }
}
