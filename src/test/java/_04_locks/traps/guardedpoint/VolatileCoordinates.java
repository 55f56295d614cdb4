package _04_locks.traps.guardedpoint;

import _04_locks.MovingPoint;
import book.Trap;
import java.util.function.UnaryOperator;

@Trap(
    belief = "volatile is enough",
    fails = "nobodySeesHalfAMove",
    saying = "it moved from (10, 20) to (15, 10), and was seen at")
public final class VolatileCoordinates implements MovingPoint {
  private volatile int x;
  private volatile int y;

  public VolatileCoordinates(int x, int y) {
    this.x = x;
    this.y = y;
  }

  @Override
  public void moveTo(int x, int y) {
    this.x = x;
    this.y = y;
  }

  @Override
  public Position move(UnaryOperator<Position> step) {
    var next = step.apply(new Position(x, y));
    x = next.x();
    y = next.y();
    return next;
  }

  @Override
  public Position position() {
    return new Position(x, y);
  }
}
