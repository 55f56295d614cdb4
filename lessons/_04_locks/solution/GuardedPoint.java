package _04_locks.solution;

import _04_locks.MovingPoint;
import java.util.function.UnaryOperator;

/// A point with a lock of its own, which guards both coordinates: whoever writes or reads them
/// holds it. The owner may ask for it again, so a step may look.
public final class GuardedPoint implements MovingPoint {
  private int x;
  private int y;

  public GuardedPoint(int x, int y) {
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
  public synchronized Position position() {
    return new Position(x, y);
  }
}
