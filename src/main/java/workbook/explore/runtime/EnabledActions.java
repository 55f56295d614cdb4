package workbook.explore.runtime;

import java.util.Arrays;
import java.util.List;

/// What may happen next at a decision point: which thread goes on and why, and what that costs.
///
/// The running thread comes first, then the others by age. Going on is free, and so is leaving a
/// thread that cannot go on. A preemption costs 1, and so does every time-out that fires while a
/// thread can run, every spurious wake-up and every stale read. Option 0 belongs to the default
/// schedule.
public final class EnabledActions {
  private LogicalThread[] threads = new LogicalThread[8];
  private WakeReason[] wakeReasons = new WakeReason[8];
  private int[] costs = new int[8];
  private int size;

  public int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /// The thread that goes on; null when the decision is about a value, not about a thread.
  public LogicalThread thread(int option) {
    return threads[option];
  }

  public WakeReason wakeReason(int option) {
    return wakeReasons[option];
  }

  /// 0 or 1.
  public int cost(int option) {
    return costs[option];
  }

  /// Equal for two decisions that offer the same.
  public int fingerprint() {
    var hash = size;
    for (var option = 0; option < size; option++) {
      var thread = threads[option] == null ? -1 : threads[option].id();
      hash = 31 * hash + (8 * thread + wakeReasons[option].ordinal()) * 2 + costs[option];
    }
    return hash;
  }

  /// Lists `count` values, of which the first `free` are free of charge.
  void listValues(int count, int free, int cost) {
    size = 0;
    for (var value = 0; value < count; value++) {
      add(null, WakeReason.READY, value < free ? 0 : cost);
    }
  }

  /// Lists which threads can go on.
  ///
  /// @param running the thread that could go on, or null
  /// @param changes how many changes the execution has seen; a thread that yielded waits for one
  ///   more
  void list(List<LogicalThread> all, LogicalThread running, long changes) {
    size = 0;
    var stays = running != null && running.yieldedAt < 0;
    if (stays) {
      add(running, WakeReason.READY, 0);
    }
    addReady(all, running, changes, stays ? 1 : 0);
    if (isEmpty()) {
      addTimeouts(all, 0);
      stopYielding(all);
      addReady(all, null, changes, isEmpty() ? 0 : 1);
    } else {
      addTimeouts(all, 1);
    }
    if (!isEmpty()) {
      addSpuriousWakeups(all);
    }
  }

  private void addReady(List<LogicalThread> all, LogicalThread except, long changes, int cost) {
    for (var thread : all) {
      if (thread == except || thread.finished || !thread.ready()) {
        continue;
      }
      if (thread.yieldedAt < changes) {
        thread.yieldedAt = -1;
      }
      if (thread.yieldedAt < 0) {
        add(thread, thread.reasonToWake(), cost);
      }
    }
  }

  private static void stopYielding(List<LogicalThread> all) {
    for (var thread : all) {
      if (!thread.finished && thread.ready()) {
        thread.yieldedAt = -1;
      }
    }
  }

  /// Adds time-outs. When nobody else can run, the earliest belongs to the default schedule.
  private void addTimeouts(List<LogicalThread> all, int cost) {
    LogicalThread first = null;
    for (var thread : all) {
      if (canTimeOut(thread) && (first == null || deadline(thread) < deadline(first))) {
        first = thread;
      }
    }
    if (first == null) {
      return;
    }
    add(first, WakeReason.TIMED_OUT, cost);
    for (var thread : all) {
      if (thread != first && canTimeOut(thread)) {
        add(thread, WakeReason.TIMED_OUT, 1);
      }
    }
  }

  private static boolean canTimeOut(LogicalThread thread) {
    return thread.waits() && thread.waitCondition.timed() && !thread.ready();
  }

  private static long deadline(LogicalThread thread) {
    return thread.waitCondition.deadline();
  }

  private void addSpuriousWakeups(List<LogicalThread> all) {
    for (var thread : all) {
      if (thread.waits() && thread.waitCondition.spurious() && !thread.ready()) {
        add(thread, WakeReason.SPURIOUS, 1);
      }
    }
  }

  private void add(LogicalThread thread, WakeReason reason, int cost) {
    if (size == threads.length) {
      threads = Arrays.copyOf(threads, 2 * size);
      wakeReasons = Arrays.copyOf(wakeReasons, 2 * size);
      costs = Arrays.copyOf(costs, 2 * size);
    }
    threads[size] = thread;
    wakeReasons[size] = reason;
    costs[size++] = cost;
  }
}
