package workbook.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// Which pages are open. A page says now and then that it is, and once that it isn't any more.
///
/// Thread-safe.
final class Presence {
  /// From one page to the next there may be none.
  private static final Duration BETWEEN_PAGES = Duration.ofSeconds(5);

  /// Browsers let a page in the background do something once a minute.
  private static final Duration SILENT = Duration.ofSeconds(150);

  private final LongSupplier nanoTime;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /// When each page was heard of last; guarded by `lock`.
  private final Map<String, Long> heard = new HashMap<>();

  /// Since when there is none; guarded by `lock`.
  private long goneSince;

  /// Whether there was ever one; guarded by `lock`.
  private boolean begun;

  Presence(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /// A page is open.
  void here(String page) {
    lock.lock();
    try {
      begun = true;
      heard.put(page, nanoTime.getAsLong());
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// A page was closed, or left.
  void gone(String page) {
    lock.lock();
    try {
      if (heard.remove(page) != null) {
        goneSince = nanoTime.getAsLong();
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Blocks until a page was open and the last one has been closed for a few seconds.
  void awaitEnd() throws InterruptedException {
    lock.lock();
    try {
      for (var left = left(); left > 0; left = left()) {
        changed.await(left, TimeUnit.NANOSECONDS);
      }
    } finally {
      lock.unlock();
    }
  }

  /// Whether a page was open and the last one has been closed for a few seconds.
  boolean ended() {
    lock.lock();
    try {
      return left() <= 0;
    } finally {
      lock.unlock();
    }
  }

  /// How long to wait at least, in nanoseconds; 0 or less when all pages are closed. Has the lock.
  private long left() {
    var now = nanoTime.getAsLong();
    if (!begun) {
      return SILENT.toNanos();
    }
    if (!heard.isEmpty()) {
      heard.values().removeIf(last -> now - last >= SILENT.toNanos());
      if (heard.isEmpty()) {
        goneSince = now;
      } else {
        var latest = heard.values().stream().mapToLong(last -> now - last).min().getAsLong();
        return SILENT.toNanos() - latest;
      }
    }
    return BETWEEN_PAGES.toNanos() - (now - goneSince);
  }
}
