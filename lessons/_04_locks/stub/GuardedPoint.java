package _04_locks.stub;

import _04_locks.MovingPoint;
import java.util.function.UnaryOperator;

/// A point that some threads move and others look at.
public final class GuardedPoint implements MovingPoint {
  private int x;
  private int y;

  // TODO: this is right for one thread. A move is two writes, a look is two reads: who may come
  // between them? And who may move the point after a step was asked, and before it has answered?

  public GuardedPoint(int x, int y) {
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
