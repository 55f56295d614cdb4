package _04_locks.traps.guardedpoint;

import _04_locks.MovingPoint;
import book.Trap;
import java.util.Objects;
import java.util.concurrent.locks.StampedLock;
import java.util.function.UnaryOperator;

@Trap(
    belief = "what was disturbed once is not disturbed again",
    fails = "twoMovesDoNotMix",
    saying = "one moved it to (1, 2), one to (3, 4), and it is at")
public final class BelievesTheSecondLook implements MovingPoint {
  private final StampedLock lock = new StampedLock();
  private volatile int x;
  private volatile int y;

  public BelievesTheSecondLook(int x, int y) {
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
      lock.unlockWrite(stamp);
    }
  }

  @Override
  public Position move(UnaryOperator<Position> step) {
    while (true) {
      var at = read();
      var next = Objects.requireNonNull(step.apply(at));
      var stamp = lock.writeLock();
      try {
        if (x == at.x() && y == at.y()) {
          x = next.x();
          y = next.y();
          return next;
        }
      } finally {
        lock.unlockWrite(stamp);
      }
    }
  }

  private Position read() {
    var stamp = lock.readLock();
    try {
      return new Position(x, y);
    } finally {
      lock.unlockRead(stamp);
    }
  }

  @Override
  public Position position() {
    var stamp = lock.tryOptimisticRead();
    var at = new Position(x, y);
    return lock.validate(stamp) ? at : positionAfterTheWriter();
  }

  private Position positionAfterTheWriter() {
    lock.unlockRead(lock.readLock());
    return new Position(x, y);
  }
}
