package scenarios.more;

import static scenarios.more.Program.expect;
import static scenarios.more.Program.expectEquals;

import java.util.concurrent.locks.StampedLock;

/// Stamps that are not validated, not converted, not given back.
final class StampedLocks {
  private final StampedLock lock = new StampedLock();
  private int x;
  private int y;

  private void move() {
    var stamp = lock.writeLock();
    try {
      x++;
      y++;
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  private boolean apartUnvalidated() {
    lock.tryOptimisticRead();
    return x != y;
  }

  private boolean apart() {
    var stamp = lock.tryOptimisticRead();
    var seenX = x;
    var seenY = y;
    if (!lock.validate(stamp)) {
      stamp = lock.readLock();
      try {
        seenX = x;
        seenY = y;
      } finally {
        lock.unlockRead(stamp);
      }
    }
    return seenX != seenY;
  }

  /// Locks when the stamp is 0, without asking whether it is valid.
  private boolean apartUnasked(boolean asksOthers) {
    var stamp = lock.tryOptimisticRead();
    var seenX = x;
    var seenY = y;
    if (stamp == 0 || asksOthers && !lock.validate(stamp)) {
      stamp = lock.readLock();
      seenX = x;
      seenY = y;
      lock.unlockRead(stamp);
    }
    return seenX != seenY;
  }

  static Program unaskedBad() {
    var point = new StampedLocks();
    return Program.of(point::move, () -> expect(!point.apartUnasked(false), "half a move"));
  }

  static Program unaskedGood() {
    var point = new StampedLocks();
    return Program.of(point::move, () -> expect(!point.apartUnasked(true), "half a move"));
  }

  static Program unvalidatedBad() {
    var point = new StampedLocks();
    return Program.of(point::move, () -> expect(!point.apartUnvalidated(), "half a move"));
  }

  static Program unvalidatedGood() {
    var point = new StampedLocks();
    return Program.of(point::move, () -> expect(!point.apart(), "half a move"));
  }

  /// Two readers that wait for each other's read lock to be given back.
  private void upgradeByForce() {
    var stamp = lock.readLock();
    try {
      var write = lock.writeLock();
      x++;
      lock.unlockWrite(write);
    } finally {
      lock.unlockRead(stamp);
    }
  }

  private void upgrade() {
    var stamp = lock.readLock();
    try {
      var write = lock.tryConvertToWriteLock(stamp);
      if (write == 0) {
        lock.unlockRead(stamp);
        stamp = lock.writeLock();
      } else {
        stamp = write;
      }
      x++;
    } finally {
      lock.unlock(stamp);
    }
  }

  static Program upgradeBad() {
    var counter = new StampedLocks();
    return Program.of(counter::upgradeByForce);
  }

  static Program upgradeGood() {
    var counter = new StampedLocks();
    return Program.of(counter::upgrade, counter::upgrade).then(() -> expectEquals(2, counter.x));
  }

  /// The conversion fails when another reads, and nobody looks at its result.
  private void upgradeUnchecked() {
    var stamp = lock.readLock();
    var write = lock.tryConvertToWriteLock(stamp);
    x++;
    lock.unlock(write == 0 ? stamp : write);
  }

  static Program conversionIgnoredBad() {
    var counter = new StampedLocks();
    return Program.of(counter::upgradeUnchecked, counter::upgradeUnchecked)
        .then(() -> expectEquals(2, counter.x));
  }

  static Program conversionIgnoredGood() {
    return upgradeGood();
  }

  /// A method that holds the lock calls one that takes it.
  private void moveTwice() {
    var stamp = lock.writeLock();
    try {
      move();
      x++;
      y++;
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  static Program reentryBad() {
    var point = new StampedLocks();
    return Program.of(point::moveTwice);
  }

  static Program reentryGood() {
    var point = new StampedLocks();
    return Program.of(
        () -> {
          point.move();
          point.move();
        },
        () -> expect(!point.apart(), "half a move"));
  }

  static Program unlockedReadBad() {
    var point = new StampedLocks();
    return Program.of(
        () -> {
          var stamp = point.lock.readLock();
          if (point.x == 0) {
            return;
          }
          point.lock.unlockRead(stamp);
        },
        point::move);
  }

  static Program unlockedReadGood() {
    var point = new StampedLocks();
    return Program.of(
        () -> {
          var stamp = point.lock.readLock();
          try {
            if (point.x == 0) {
              return;
            }
          } finally {
            point.lock.unlockRead(stamp);
          }
        },
        point::move);
  }
}
