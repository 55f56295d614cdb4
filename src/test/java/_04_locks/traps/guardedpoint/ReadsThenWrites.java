package _04_locks.traps.guardedpoint;

import _04_locks.MovingPoint;
import book.Trap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.UnaryOperator;

@Trap(belief = "who may read may go on to write", fails = "oneThreadMoves", saying = "deadlock")
public final class ReadsThenWrites implements MovingPoint {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private int x;
  private int y;

  public ReadsThenWrites(int x, int y) {
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
    lock.readLock().lock();
    try {
      var next = step.apply(new Position(x, y));
      lock.writeLock().lock();
      try {
        x = next.x();
        y = next.y();
      } finally {
        lock.writeLock().unlock();
      }
      return next;
    } finally {
      lock.readLock().unlock();
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
