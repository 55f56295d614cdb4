package _04_locks.traps.guardedpoint;

import _04_locks.MovingPoint;
import book.Trap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

@Trap(
    belief = "a lock can be made when it is first needed",
    fails = "nobodySeesHalfAMove",
    saying = "it moved from (10, 20) to (15, 10), and was seen at")
public final class LockMadeOnFirstUse implements MovingPoint {
  private Lock lock;
  private int x;
  private int y;

  public LockMadeOnFirstUse(int x, int y) {
    this.x = x;
    this.y = y;
  }

  @Override
  public void moveTo(int x, int y) {
    var lock = lock();
    lock.lock();
    try {
      this.x = x;
      this.y = y;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Position move(UnaryOperator<Position> step) {
    var lock = lock();
    lock.lock();
    try {
      var next = step.apply(new Position(x, y));
      x = next.x();
      y = next.y();
      return next;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Position position() {
    var lock = lock();
    lock.lock();
    try {
      return new Position(x, y);
    } finally {
      lock.unlock();
    }
  }

  private Lock lock() {
    if (lock == null) {
      lock = new ReentrantLock();
    }
    return lock;
  }
}
