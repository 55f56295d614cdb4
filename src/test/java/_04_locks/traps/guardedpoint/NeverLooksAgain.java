package _04_locks.traps.guardedpoint;

import _04_locks.MovingPoint;
import book.Trap;
import java.util.concurrent.locks.StampedLock;
import java.util.function.UnaryOperator;

@Trap(
    belief = "an optimistic read is a read",
    fails = "nobodySeesHalfAMove",
    saying = "it moved from (10, 20) to (15, 10), and was seen at")
public final class NeverLooksAgain implements MovingPoint {
  private final StampedLock lock = new StampedLock();
  private int x;
  private int y;

  public NeverLooksAgain(int x, int y) {
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
    var stamp = lock.tryOptimisticRead();
    var at = new Position(x, y);
    if (!lock.validate(stamp)) {
      at = new Position(x, y);
    }
    return at;
  }
}
