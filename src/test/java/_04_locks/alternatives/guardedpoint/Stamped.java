package _04_locks.alternatives.guardedpoint;

import _04_locks.MovingPoint;
import java.util.Objects;
import java.util.concurrent.locks.StampedLock;
import java.util.function.UnaryOperator;

/// A stamped lock. Who looks reads first and asks then whether anybody wrote meanwhile. A step runs
/// without the lock, and its result counts if the place is still the one that it was told.
public final class Stamped implements MovingPoint {
  private final StampedLock lock = new StampedLock();
  private int x;
  private int y;

  public Stamped(int x, int y) {
    this.x = x;
    this.y = y;
  }

  @Override
  public void moveTo(int x, int y) {
    var stamp = lock.writeLock();
    try {
      this.x = x;
      this.y = y;
    } finally {
      lock.unlock(stamp);
    }
  }

  @Override
  public Position move(UnaryOperator<Position> step) {
    while (true) {
      var stamp = lock.tryOptimisticRead();
      var at = new Position(x, y);
      if (!lock.validate(stamp)) {
        Thread.onSpinWait();
        continue;
      }
      var next = step.apply(at);
      Objects.requireNonNull(next);
      var mine = lock.tryConvertToWriteLock(stamp);
      if (mine != 0) {
        x = next.x();
        y = next.y();
        lock.unlockWrite(mine);
        return next;
      }
    }
  }

  @Override
  public Position position() {
    var stamp = lock.tryOptimisticRead();
    var at = new Position(x, y);
    return lock.validate(stamp) ? at : positionUnderLock();
  }

  private Position positionUnderLock() {
    var stamp = lock.readLock();
    try {
      return new Position(x, y);
    } finally {
      lock.unlock(stamp);
    }
  }
}
