package _04_locks.traps.guardedpoint;

import _04_locks.MovingPoint;
import book.Trap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

@Trap(belief = "whatever is thrown is an Exception", fails = "aStepMayFail", saying = "deadlock")
public final class UnlocksAfterExceptions implements MovingPoint {
  private final Lock lock = new ReentrantLock();
  private int x;
  private int y;

  public UnlocksAfterExceptions(int x, int y) {
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
    try {
      var next = step.apply(new Position(x, y));
      x = next.x();
      y = next.y();
      lock.unlock();
      return next;
    } catch (Exception failed) {
      lock.unlock();
      throw failed;
    }
  }

  @Override
  public Position position() {
    lock.lock();
    var now = new Position(x, y);
    lock.unlock();
    return now;
  }
}
