package _04_locks.traps.guardedpoint;

import _04_locks.MovingPoint;
import book.Trap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

@Trap(
    belief = "an interrupted thread has nothing left to do",
    fails = "anInterruptEndsNoCall",
    saying = "it moved to (15, 10), by (100, 100) at any time, and was seen at (110, 120)")
public final class InterruptedMeansStop implements MovingPoint {
  private final Lock lock = new ReentrantLock();
  private int x;
  private int y;

  public InterruptedMeansStop(int x, int y) {
    this.x = x;
    this.y = y;
  }

  @Override
  public void moveTo(int x, int y) {
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return;
    }
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
