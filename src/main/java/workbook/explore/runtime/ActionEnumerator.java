package workbook.explore.runtime;

import java.util.List;

/// Lists whose turn it may be next, and what each turn costs.
///
/// The running thread comes first, then the others by age. Going on is free, and so is leaving a
/// thread that cannot go on. Leaving one that could costs a deviation, and so does every time-out
/// that fires while somebody can run, and every wake-up for no reason.
final class ActionEnumerator {
  private final EnabledActions actions;
  private final List<LogicalThread> threads;
  private final long effects;

  private ActionEnumerator(EnabledActions actions, List<LogicalThread> threads, long effects) {
    this.actions = actions;
    this.threads = threads;
    this.effects = effects;
  }

  /// @param running the thread that could go on, or null
  /// @param effects how many changes the run has seen; a thread that gave way waits for one more
  static void list(
      EnabledActions actions, List<LogicalThread> threads, LogicalThread running, long effects) {
    actions.clear();
    new ActionEnumerator(actions, threads, effects).list(running);
  }

  private void list(LogicalThread running) {
    var stays = running != null && running.gaveWayAt < 0;
    if (stays) {
      actions.add(running, WakeReason.READY, 0);
    }
    addReady(running, stays ? 1 : 0, false);
    if (actions.isEmpty()) {
      addTimers(0);
      addReady(null, actions.isEmpty() ? 0 : 1, true);
    } else {
      addTimers(1);
    }
    if (!actions.isEmpty()) {
      addSpurious();
    }
  }

  private void addReady(LogicalThread except, int price, boolean evenThoseWhoGaveWay) {
    for (var thread : threads) {
      if (thread == except || thread.finished || !thread.ready()) {
        continue;
      }
      if (thread.gaveWayAt >= 0 && (evenThoseWhoGaveWay || thread.gaveWayAt < effects)) {
        thread.gaveWayAt = -1;
      }
      if (thread.gaveWayAt < 0) {
        actions.add(thread, thread.reason(), price);
      }
    }
  }

  /// Adds time-outs. When nobody else can run, the earliest is what a calm machine would see.
  private void addTimers(int price) {
    LogicalThread first = null;
    for (var thread : threads) {
      if (canTimeOut(thread) && (first == null || thread.wait.deadline() < first.wait.deadline())) {
        first = thread;
      }
    }
    if (first == null) {
      return;
    }
    actions.add(first, WakeReason.TIMED_OUT, price);
    for (var thread : threads) {
      if (thread != first && canTimeOut(thread)) {
        actions.add(thread, WakeReason.TIMED_OUT, 1);
      }
    }
  }

  private static boolean canTimeOut(LogicalThread thread) {
    return !thread.finished && thread.wait != null && thread.wait.timed() && !thread.ready();
  }

  private void addSpurious() {
    for (var thread : threads) {
      var waits = !thread.finished && thread.wait != null && thread.wait.spurious();
      if (waits && !thread.ready()) {
        actions.add(thread, WakeReason.SPURIOUS, 1);
      }
    }
  }
}
