package workbook.explore.runtime;

import java.util.Arrays;

/// What may happen next at a decision point: which thread goes on and why, and what it costs.
///
/// A price of 1 means one deviation from "let the running thread run": a preemption, a time-out
/// that fires early, a spurious wake-up, a stale read. Option 0 is the one a calm machine would
/// take.
public final class EnabledActions {
  private LogicalThread[] threads = new LogicalThread[8];
  private WakeReason[] wakes = new WakeReason[8];
  private int[] prices = new int[8];
  private int size;

  void clear() {
    size = 0;
  }

  void add(LogicalThread thread, WakeReason wake, int price) {
    if (size == threads.length) {
      threads = Arrays.copyOf(threads, 2 * size);
      wakes = Arrays.copyOf(wakes, 2 * size);
      prices = Arrays.copyOf(prices, 2 * size);
    }
    threads[size] = thread;
    wakes[size] = wake;
    prices[size++] = price;
  }

  public int size() {
    return size;
  }

  /// The thread that goes on; null when the decision is about a value, not about a thread.
  public LogicalThread thread(int option) {
    return threads[option];
  }

  public WakeReason wake(int option) {
    return wakes[option];
  }

  /// 0 or 1.
  public int price(int option) {
    return prices[option];
  }

  boolean isEmpty() {
    return size == 0;
  }
}
