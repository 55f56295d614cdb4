package _04_locks.traps.guardedpoint;

import _04_locks.MovingPoint;
import book.Trap;
import java.util.function.UnaryOperator;

@Trap(
    belief = "reads need no lock",
    fails = "nobodySeesHalfAMove",
    saying = "it moved from (10, 20) to (15, 10), and was seen at")
public final class OnlyWritersLock implements MovingPoint {
  private int x;
  private int y;

  public OnlyWritersLock(int x, int y) {
    this.x = x;
    this.y = y;
  }

  @Override
  public synchronized void moveTo(int x, int y) {
    this.x = x;
    this.y = y;
  }

  @Override
  public synchronized Position move(UnaryOperator<Position> step) {
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
