package _04_locks.alternatives.guardedpoint;

import _04_locks.MovingPoint;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/// An explicit lock, nobody else's, given back however a step ends.
public final class ExplicitLock implements MovingPoint {
  private final Lock lock = new ReentrantLock();
  private int x;
  private int y;

  public ExplicitLock(int x, int y) {
    this.x = x;
    this.y = y;
  }

  @Override
  public void moveTo(int x, int y) {
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
