package _04_locks.alternatives.guardedpoint;

import _04_locks.MovingPoint;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/// One immutable position, exchanged as a whole. A step that comes too late is run again.
public final class WholePlace implements MovingPoint {
  private final AtomicReference<Position> at;

  public WholePlace(int x, int y) {
    at = new AtomicReference<>(new Position(x, y));
  }

  @Override
  public void moveTo(int x, int y) {
    at.set(new Position(x, y));
  }

  @Override
  public Position move(UnaryOperator<Position> step) {
    return at.updateAndGet(now -> Objects.requireNonNull(step.apply(now)));
  }

  @Override
  public Position position() {
    return at.get();
  }
}
