package _04_locks.lab;

import _04_locks.TwoLocks;
import _04_locks.TwoLocks.OwnedLock;
import java.lang.Thread.State;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import workbook.Await;

/// A thread that takes both locks, and what has become of it.
record LockTaker(Thread thread, FutureTask<String> taking, OwnedLock second) {
  static final String GOT_BOTH = "got both";
  static final String GAVE_UP = "gave up";

  /// Starts the thread.
  static LockTaker of(Thread.Builder kind, TwoLocks locks, OwnedLock first, OwnedLock second) {
    var taking =
        new FutureTask<>(
            () -> {
              locks.takeBoth(first, second);
              return GOT_BOTH;
            });
    return new LockTaker(kind.start(taking), taking, second);
  }

  /// Whether it wants the second lock and has fallen asleep. Java looks for a deadlock among those
  /// that sleep; a thread that has just joined the queue may not have come to that yet.
  boolean sleeps() {
    return waits() && thread.getState() == State.WAITING;
  }

  private boolean waits() {
    return second.hasQueuedThread(thread);
  }

  /// What it does now, or how it ended.
  String state() throws InterruptedException, TimeoutException {
    return waits() ? "waits for %s, held by %s".formatted(second.name, second.holder()) : end();
  }

  /// How it ended. Blocks until it has, [Await#LIMIT] at most.
  String end() throws InterruptedException, TimeoutException {
    try {
      return taking.get(Await.LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      return failed.getCause() instanceof InterruptedException
          ? GAVE_UP
          : "died of " + failed.getCause();
    }
  }
}
