package _04_locks.traps.guardedpoint;

import _04_locks.MovingPoint;
import book.Trap;
import java.util.Objects;
import java.util.function.UnaryOperator;

@Trap(
    belief = "an immutable object needs neither a lock nor volatile to be seen",
    fails = "nobodySeesHalfAMove",
    saying = "data race")
public final class PlainPlace implements MovingPoint {
  private Position at;

  public PlainPlace(int x, int y) {
    at = new Position(x, y);
  }

  @Override
  public synchronized void moveTo(int x, int y) {
    at = new Position(x, y);
  }

  @Override
  public synchronized Position move(UnaryOperator<Position> step) {
    at = Objects.requireNonNull(step.apply(at));
    return at;
  }

  @Override
  public Position position() {
    return at;
  }
}
