package _12_async;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/// Callbacks that are due later, in a heap: the one that is due next is on top.
final class Timers {
  private static final long LONGEST = Long.MAX_VALUE / 2; // 146 years: differences stay positive
  private static final int FEW = 128;

  private final PriorityQueue<Handle> heap = new PriorityQueue<>();
  private long submitted;
  private int sweepAt = FEW;

  Handle add(Duration delay, String name, Runnable callback) {
    var due = System.nanoTime() + Math.clamp(delay.toNanos(), 0, LONGEST);
    var handle = new Handle(name, callback, due, submitted++);
    heap.add(handle);
    if (heap.size() > sweepAt) { // cancelled ones would stay until they are due
      heap.removeIf(Handle::isCancelled);
      sweepAt = Math.max(FEW, 2 * heap.size());
    }
    return handle;
  }

  /// How long until the next one is due, in milliseconds, rounded up: 0 when one is due, and a very
  /// long time when there is none.
  long millisToNext() {
    return heap.isEmpty()
        ? Long.MAX_VALUE
        : Math.ceilDiv(Math.max(0, heap.peek().due - System.nanoTime()), 1_000_000L);
  }

  /// Takes out those that are due, in their order.
  void takeDue(Consumer<Handle> taker) {
    var now = System.nanoTime();
    while (!heap.isEmpty() && heap.peek().due - now <= 0) {
      taker.accept(heap.poll());
    }
  }
}
