package _04_locks.traps.guardedpoint;

import _04_locks.MovingPoint;
import book.Trap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

@Trap(
    belief = "| puts two numbers side by side, whatever they are",
    fails = "oneThreadMoves",
    saying = "where a new point is ==> expected: <(0, -1)> but was: <(-1, -1)>")
public final class SignedHalves implements MovingPoint {
  private final AtomicLong place;

  public SignedHalves(int x, int y) {
    place = new AtomicLong(packed(x, y));
  }

  private static long packed(int x, int y) {
    return (long) x << 32 | y;
  }

  private static Position unpacked(long place) {
    return new Position((int) (place >> 32), (int) place);
  }

  @Override
  public void moveTo(int x, int y) {
    place.set(packed(x, y));
  }

  @Override
  public Position move(UnaryOperator<Position> step) {
    while (true) {
      var before = place.get();
      var next = step.apply(unpacked(before));
      if (place.compareAndSet(before, packed(next.x(), next.y()))) {
        return next;
      }
    }
  }

  @Override
  public Position position() {
    return unpacked(place.get());
  }
}
