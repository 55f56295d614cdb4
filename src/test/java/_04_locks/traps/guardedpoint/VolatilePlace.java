package _04_locks.traps.guardedpoint;

import _04_locks.MovingPoint;
import book.Trap;
import java.util.Objects;
import java.util.function.UnaryOperator;

@Trap(
    belief = "an immutable object in a volatile field needs no lock",
    fails = "bothStepsCount",
    saying = "two steps by (1, 1) from (10, 20) ==> expected: <(12, 22)> but was: <(11, 21)>")
public final class VolatilePlace implements MovingPoint {
  private volatile Position at;

  public VolatilePlace(int x, int y) {
    at = new Position(x, y);
  }

  @Override
  public void moveTo(int x, int y) {
    at = new Position(x, y);
  }

  @Override
  public Position move(UnaryOperator<Position> step) {
    var next = Objects.requireNonNull(step.apply(at));
    at = next;
    return next;
  }

  @Override
  public Position position() {
    return at;
  }
}
