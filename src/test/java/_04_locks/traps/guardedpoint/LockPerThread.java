package _04_locks.traps.guardedpoint;

import _04_locks.MovingPoint;
import book.Trap;
import java.util.function.UnaryOperator;

@Trap(
    belief = "each thread takes a lock, so each is alone",
    fails = "nobodySeesHalfAMove",
    saying = "it moved from (10, 20) to (15, 10), and was seen at")
public final class LockPerThread implements MovingPoint {
  private int x;
  private int y;

  public LockPerThread(int x, int y) {
    this.x = x;
    this.y = y;
  }

  @Override
  public void moveTo(int x, int y) {
    synchronized (Thread.currentThread()) {
      this.x = x;
      this.y = y;
    }
  }

  @Override
  public Position move(UnaryOperator<Position> step) {
    synchronized (Thread.currentThread()) {
      var next = step.apply(new Position(x, y));
      x = next.x();
      y = next.y();
      return next;
    }
  }

  @Override
  public Position position() {
    synchronized (Thread.currentThread()) {
      return new Position(x, y);
    }
  }
}
