package _04_locks.traps.guardedpoint;

import _04_locks.MovingPoint;
import book.Trap;
import java.util.function.UnaryOperator;

@Trap(
    belief = "what is made of synchronized calls is synchronized",
    fails = "bothStepsCount",
    saying = "two steps by (1, 1) from (10, 20) ==> expected: <(12, 22)> but was: <(11, 21)>")
public final class SafeParts implements MovingPoint {
  private int x;
  private int y;

  public SafeParts(int x, int y) {
    this.x = x;
    this.y = y;
  }

  @Override
  public synchronized void moveTo(int x, int y) {
    this.x = x;
    this.y = y;
  }

  @Override
  public Position move(UnaryOperator<Position> step) {
    var next = step.apply(position());
    moveTo(next.x(), next.y());
    return next;
  }

  @Override
  public synchronized Position position() {
    return new Position(x, y);
  }
}
