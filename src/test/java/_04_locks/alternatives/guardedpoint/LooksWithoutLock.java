package _04_locks.alternatives.guardedpoint;

import _04_locks.MovingPoint;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// Writers lock each other out. Readers need no lock, because one volatile write publishes both
/// coordinates.
public final class LooksWithoutLock implements MovingPoint {
  private volatile Position at;

  public LooksWithoutLock(int x, int y) {
    at = new Position(x, y);
  }

  @Override
  public synchronized void moveTo(int x, int y) {
    at = new Position(x, y);
  }

  @Override
  public synchronized Position move(UnaryOperator<Position> step) {
    var next = Objects.requireNonNull(step.apply(at));
    at = next;
    return next;
  }

  @Override
  public Position position() {
    return at;
  }
}
