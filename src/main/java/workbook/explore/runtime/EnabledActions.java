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
  private boolean someoneReady;
  private boolean givesWay;
  private boolean couldGoOn;

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

  /// Whether the running thread cannot go on, so that it costs nothing to leave it.
  public boolean isFree() {
    return !couldGoOn;
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
    couldGoOn = true;
    for (var value = 0; value < count; value++) {
      add(null, WakeReason.READY, value < free ? 0 : cost);
    }
  }

  /// Lists which threads can go on. A thread that spins is not among them until something changes.
  ///
  /// @param current the thread that ran
  /// @param canGoOn whether it could go on
  /// @param changes how many changes the execution has seen
  void list(List<LogicalThread> all, LogicalThread current, boolean canGoOn, long changes) {
    size = 0;
    couldGoOn = canGoOn;
    var spins = current.spins(changes);
    if (canGoOn && !current.givesWay && !spins) {
      add(current, WakeReason.READY, 0);
    } else if (!canGoOn && sleepsAgain(current)) {
      add(current, WakeReason.TIMED_OUT, 0);
    }
    addReady(all, current, changes, size);
    addTimeouts(all, current, size == 0 || current.ranLong ? 0 : 1);
    givesWay = canGoOn && !spins && mayStay(current);
    if (givesWay || canGoOn && spins && size > 0 && current.awaitsClock) {
      add(current, WakeReason.READY, size == 0 ? 0 : 1);
    }
    if (size > 0) {
      addSpuriousWakeups(all);
    }
  }

  /// Whether a thread can go on without anybody's time being up.
  boolean someoneReady() {
    return someoneReady;
  }

  /// Whether a thread can go on without anybody's time being up, or gives way where it could.
  boolean someoneGoesOn() {
    return someoneReady || givesWay;
  }

  private boolean mayStay(LogicalThread thread) {
    return thread.givesWay && (thread.mayStay || size == 0);
  }

  private void addReady(List<LogicalThread> all, LogicalThread current, long changes, int cost) {
    someoneReady = size > 0;
    for (var thread : all) {
      var listed = thread == current && thread.waitCondition == null;
      var reason =
          listed || thread.finished || thread.spins(changes) ? null : thread.reasonToWake();
      if (reason != null) {
        someoneReady = true;
        add(thread, reason, cost);
      }
    }
  }

  /// Adds time-outs. When nobody else can run, the earliest belongs to the default schedule.
  private void addTimeouts(List<LogicalThread> all, LogicalThread current, int cost) {
    var listed = size > 0 && wakeReasons[0] == WakeReason.TIMED_OUT ? current : null;
    LogicalThread first = null;
    for (var thread : all) {
      if (thread != listed && canTimeOut(thread)) {
        first = first == null || deadline(thread) < deadline(first) ? thread : first;
      }
    }
    if (first == null) {
      return;
    }
    add(first, WakeReason.TIMED_OUT, cost);
    for (var thread : all) {
      if (thread != listed && thread != first && canTimeOut(thread)) {
        add(thread, WakeReason.TIMED_OUT, 1);
      }
    }
  }

  /// Whether it did not sleep for long before, and does so again.
  private static boolean sleepsAgain(LogicalThread thread) {
    return canTimeOut(thread) && thread.ranSinceTimeout && thread.loops.patient();
  }

  static boolean canTimeOut(LogicalThread thread) {
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
