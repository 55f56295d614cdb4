package _04_locks.lab;

import _04_locks.TwoLocks;
import _04_locks.TwoLocks.OwnedLock;
import java.lang.management.ManagementFactory;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;

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

  boolean waits() {
    return second.hasQueuedThread(thread);
  }

  /// What it does now, or how it ended.
  String state() throws InterruptedException, TimeoutException {
    return waits() ? "waits for %s, held by %s".formatted(second.name, second.holder()) : end();
  }

  /// How it ended. Blocks until it has, 20 seconds at most.
  String end() throws InterruptedException, TimeoutException {
    try {
      return taking.get(20, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      return failed.getCause() instanceof InterruptedException
          ? GAVE_UP
          : "died of " + failed.getCause();
    }
  }

  /// Whether Java knows that it is deadlocked.
  boolean isFoundDeadlocked() {
    var found = ManagementFactory.getThreadMXBean().findDeadlockedThreads(); // null for none
    return found != null && LongStream.of(found).anyMatch(id -> id == thread.threadId());
  }
}
