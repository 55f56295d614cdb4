package _04_locks.traps.guardedpoint;

import _04_locks.MovingPoint;
import book.Trap;
import java.util.function.UnaryOperator;

@Trap(
    belief = "two safe reads are a safe pair",
    fails = "nobodySeesHalfAMove",
    saying = "it moved from (10, 20) to (15, 10), and was seen at")
public final class LockPerCoordinate implements MovingPoint {
  private int x;
  private int y;

  public LockPerCoordinate(int x, int y) {
    this.x = x;
    this.y = y;
  }

  @Override
  public void moveTo(int x, int y) {
    setX(x);
    setY(y);
  }

  @Override
  public Position move(UnaryOperator<Position> step) {
    var next = step.apply(position());
    moveTo(next.x(), next.y());
    return next;
  }

  @Override
  public Position position() {
    return new Position(getX(), getY());
  }

  private synchronized int getX() {
    return x;
  }

  private synchronized int getY() {
    return y;
  }

  private synchronized void setX(int x) {
    this.x = x;
  }

  private synchronized void setY(int y) {
    this.y = y;
  }
}
