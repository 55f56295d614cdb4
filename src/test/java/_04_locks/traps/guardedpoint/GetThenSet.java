package _04_locks.traps.guardedpoint;

import _04_locks.MovingPoint;
import book.Trap;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

@Trap(
    belief = "an atomic call makes the next atomic call safe",
    fails = "bothStepsCount",
    saying = "two moves by (1, 1) from (10, 20) returned (12, 22) and (12, 22)")
public final class GetThenSet implements MovingPoint {
  private final AtomicReference<Position> at = new AtomicReference<>();

  public GetThenSet(int x, int y) {
    at.set(new Position(x, y));
  }

  @Override
  public void moveTo(int x, int y) {
    at.set(new Position(x, y));
  }

  @Override
  public Position move(UnaryOperator<Position> step) {
    at.set(Objects.requireNonNull(step.apply(at.get())));
    return at.get();
  }

  @Override
  public Position position() {
    return at.get();
  }
}
