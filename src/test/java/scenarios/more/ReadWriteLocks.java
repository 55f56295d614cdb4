package scenarios.more;

import static scenarios.more.Program.expect;
import static scenarios.more.Program.expectEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// Changes under a lock that only keeps writers out.
final class ReadWriteLocks {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<String, Integer> cache = new HashMap<>();
  private int hits;
  private int value;

  private int cached(boolean rightly) {
    lock.readLock().lock();
    try {
      if (!rightly) {
        hits++;
      }
      var known = cache.get("a");
      if (known != null) {
        return known;
      }
    } finally {
      lock.readLock().unlock();
    }
    lock.writeLock().lock();
    try {
      if (rightly) {
        hits++;
      }
      return cache.computeIfAbsent("a", k -> 7);
    } finally {
      lock.writeLock().unlock();
    }
  }

  static Program writeUnderReadBad() {
    var cache = new ReadWriteLocks();
    return Program.of(() -> cache.cached(false), () -> cache.cached(false))
        .then(() -> expectEquals(2, cache.hits));
  }

  static Program writeUnderReadGood() {
    var cache = new ReadWriteLocks();
    return Program.of(() -> cache.cached(true), () -> cache.cached(true))
        .then(() -> expect(cache.hits >= 1, "at least one miss"));
  }

  /// Gives the write lock back before it takes the read lock: another may write in between.
  private int addAndRead(boolean downgrade) {
    lock.writeLock().lock();
    value++;
    if (!downgrade) {
      lock.writeLock().unlock();
    }
    lock.readLock().lock();
    if (downgrade) {
      lock.writeLock().unlock();
    }
    try {
      return value;
    } finally {
      lock.readLock().unlock();
    }
  }

  private void addsExactlyOne(boolean downgrade) {
    lock.writeLock().lock();
    var before = value;
    try {
      expectEquals(before + 1, addAndRead(downgrade));
    } finally {
      lock.writeLock().unlock();
    }
  }

  static Program downgradeBad() {
    var counter = new ReadWriteLocks();
    return Program.of(
        () -> expectEquals(1, counter.addAndRead(false)),
        () -> {
          counter.lock.writeLock().lock();
          if (counter.value == 1) {
            counter.value = 10;
          }
          counter.lock.writeLock().unlock();
        });
  }

  static Program downgradeGood() {
    var counter = new ReadWriteLocks();
    return Program.of(
        () -> expectEquals(1, counter.addAndRead(true)),
        () -> {
          counter.lock.writeLock().lock();
          if (counter.value == 1) {
            counter.value = 10;
          }
          counter.lock.writeLock().unlock();
        });
  }

  static Program reentrantWriteGood() {
    var counter = new ReadWriteLocks();
    return Program.of(() -> counter.addsExactlyOne(true), () -> counter.addsExactlyOne(true))
        .then(() -> expectEquals(2, counter.value));
  }

  static Program reentrantWriteBad() {
    var counter = new ReadWriteLocks();
    return Program.of(
        () -> counter.addsExactlyOne(true),
        () -> {
          if (!counter.lock.isWriteLocked()) {
            counter.value++;
          }
        });
  }
}
