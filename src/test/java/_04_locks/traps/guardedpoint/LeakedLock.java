package _04_locks.traps.guardedpoint;

import _04_locks.MovingPoint;
import book.Trap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

@Trap(
    belief = "the lock is released when the method throws",
    fails = "aStepMayFail",
    saying = "deadlock")
public final class LeakedLock implements MovingPoint {
  private final Lock lock = new ReentrantLock();
  private int x;
  private int y;

  public LeakedLock(int x, int y) {
    this.x = x;
    this.y = y;
  }

  @Override
  public void moveTo(int x, int y) {
    lock.lock();
    this.x = x;
    this.y = y;
    lock.unlock();
  }

  @Override
  public Position move(UnaryOperator<Position> step) {
    lock.lock();
    var next = step.apply(new Position(x, y));
    x = next.x();
    y = next.y();
    lock.unlock();
    return next;
  }

  @Override
  public Position position() {
    lock.lock();
    var at = new Position(x, y);
    lock.unlock();
    return at;
  }
}
