package _04_locks.alternatives.guardedpoint;

import _04_locks.MovingPoint;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.UnaryOperator;

/// Who only looks shares the lock with others who look. Who holds it for writing may also read.
public final class ReadersTogether implements MovingPoint {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private int x;
  private int y;

  public ReadersTogether(int x, int y) {
    this.x = x;
    this.y = y;
  }

  @Override
  public void moveTo(int x, int y) {
    lock.writeLock().lock();
    try {
      this.x = x;
      this.y = y;
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public Position move(UnaryOperator<Position> step) {
    lock.writeLock().lock();
    try {
      var next = step.apply(new Position(x, y));
      x = next.x();
      y = next.y();
      return next;
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public Position position() {
    lock.readLock().lock();
    try {
      return new Position(x, y);
    } finally {
      lock.readLock().unlock();
    }
  }
}
