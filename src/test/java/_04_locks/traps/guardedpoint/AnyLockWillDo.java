package _04_locks.traps.guardedpoint;

import _04_locks.MovingPoint;
import book.Trap;
import java.util.concurrent.locks.StampedLock;
import java.util.function.UnaryOperator;

@Trap(belief = "every lock lets its owner in again", fails = "aStepMayLook", saying = "deadlock")
public final class AnyLockWillDo implements MovingPoint {
  private final StampedLock lock = new StampedLock();
  private int x;
  private int y;

  public AnyLockWillDo(int x, int y) {
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
    var stamp = lock.writeLock();
    try {
      var next = step.apply(new Position(x, y));
      x = next.x();
      y = next.y();
      return next;
    } finally {
      lock.unlock(stamp);
    }
  }

  @Override
  public Position position() {
    var stamp = lock.readLock();
    try {
      return new Position(x, y);
    } finally {
      lock.unlock(stamp);
    }
  }
}
