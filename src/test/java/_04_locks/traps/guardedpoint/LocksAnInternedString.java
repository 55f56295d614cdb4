package _04_locks.traps.guardedpoint;

import _04_locks.MovingPoint;
import book.Trap;
import java.util.Objects;
import java.util.function.UnaryOperator;

@Trap(
    belief = "a string that I made is mine alone",
    fails = "twoPointsDoNotWait",
    saying = "no thread can go on")
public final class LocksAnInternedString implements MovingPoint {
  private final String lock;
  private Position place;

  public LocksAnInternedString(int x, int y) {
    place = new Position(x, y);
    lock = place.toString().intern();
  }

  @Override
  public void moveTo(int x, int y) {
    synchronized (lock) {
      place = new Position(x, y);
    }
  }

  @Override
  public Position move(UnaryOperator<Position> step) {
    synchronized (lock) {
      place = Objects.requireNonNull(step.apply(place));
      return place;
    }
  }

  @Override
  public Position position() {
    synchronized (lock) {
      return place;
    }
  }
}
