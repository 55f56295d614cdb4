package _04_locks.traps.guardedpoint;

import _04_locks.MovingPoint;
import book.Trap;
import java.util.function.UnaryOperator;

@Trap(
    belief = "a lock must be static, so that all threads take the same",
    fails = "twoPointsDoNotWait",
    saying = "deadlock")
public final class OneLockForAll implements MovingPoint {
  private static final Object LOCK = new Object();

  private int x;
  private int y;

  public OneLockForAll(int x, int y) {
    this.x = x;
    this.y = y;
  }

  @Override
  public void moveTo(int x, int y) {
    synchronized (LOCK) {
      this.x = x;
      this.y = y;
    }
  }

  @Override
  public Position move(UnaryOperator<Position> step) {
    synchronized (LOCK) {
      var next = step.apply(new Position(x, y));
      x = next.x();
      y = next.y();
      return next;
    }
  }

  @Override
  public Position position() {
    synchronized (LOCK) {
      return new Position(x, y);
    }
  }
}
