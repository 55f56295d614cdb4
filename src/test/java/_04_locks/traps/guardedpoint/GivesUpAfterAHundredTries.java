package _04_locks.traps.guardedpoint;

import _04_locks.MovingPoint;
import book.Trap;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

@Trap(
    belief = "after a hundred tries the others have gone",
    fails = "nobodyGivesUp",
    saying = "101 times by (1, 1) from (10, 20) ==> expected: <(211, 221)> but was: <(111, 121)>")
public final class GivesUpAfterAHundredTries implements MovingPoint {
  private static final int TRIES = 100;

  private final AtomicReference<Position> at;

  public GivesUpAfterAHundredTries(int x, int y) {
    at = new AtomicReference<>(new Position(x, y));
  }

  @Override
  public void moveTo(int x, int y) {
    at.set(new Position(x, y));
  }

  @Override
  public Position move(UnaryOperator<Position> step) {
    var next = at.get();
    for (var tries = 0; tries < TRIES; tries++) {
      var before = at.get();
      next = Objects.requireNonNull(step.apply(before));
      if (at.compareAndSet(before, next)) {
        break;
      }
    }
    return next;
  }

  @Override
  public Position position() {
    return at.get();
  }
}
