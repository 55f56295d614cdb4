package _04_locks.traps.guardedpoint;

import _04_locks.MovingPoint;
import book.Trap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

@Trap(
    belief = "who finds the lock taken may do without",
    fails = "nobodySeesHalfAMove",
    saying = "where the point is after moveTo(15, 10) ==> expected: <(15, 10)> but was: <(10, 20)>")
public final class GivesUp implements MovingPoint {
  private final ReentrantLock lock = new ReentrantLock();
  private int x;
  private int y;

  public GivesUp(int x, int y) {
    this.x = x;
    this.y = y;
  }

  @Override
  public void moveTo(int x, int y) {
    if (lock.tryLock()) {
      try {
        this.x = x;
        this.y = y;
      } finally {
        lock.unlock();
      }
    }
  }

  @Override
  public Position move(UnaryOperator<Position> step) {
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
    lock.lock();
    try {
      return new Position(x, y);
    } finally {
      lock.unlock();
    }
  }
}
