package _04_locks.traps.guardedpoint;

import _04_locks.MovingPoint;
import book.Trap;
import java.util.function.UnaryOperator;

@Trap(
    belief = "what is to be guarded can be its own lock",
    fails = "bothStepsCount",
    saying = "two moves by (1, 1) from (10, 20) returned (12, 22) and (12, 22)")
public final class LocksTheOldPlace implements MovingPoint {
  private Position at;

  public LocksTheOldPlace(int x, int y) {
    at = new Position(x, y);
  }

  @Override
  public void moveTo(int x, int y) {
    synchronized (at) {
      at = new Position(x, y);
    }
  }

  @Override
  public Position move(UnaryOperator<Position> step) {
    synchronized (at) {
      var next = step.apply(at);
      at = new Position(next.x(), next.y());
      return at;
    }
  }

  @Override
  public Position position() {
    synchronized (at) {
      return at;
    }
  }
}
