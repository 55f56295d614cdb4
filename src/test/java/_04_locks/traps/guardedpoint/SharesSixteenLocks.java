package _04_locks.traps.guardedpoint;

import _04_locks.MovingPoint;
import book.Trap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

@Trap(
    belief = "sixteen locks are enough, as in a hash table",
    fails = "twoPointsDoNotWait",
    saying = "no thread can go on")
public final class SharesSixteenLocks implements MovingPoint {
  private static final List<Object> LOCKS = Stream.generate(Object::new).limit(16).toList();
  private static final AtomicInteger POINTS = new AtomicInteger();

  private final Object lock = LOCKS.get(POINTS.getAndIncrement() % LOCKS.size());
  private int x;
  private int y;

  public SharesSixteenLocks(int x, int y) {
    this.x = x;
    this.y = y;
  }

  @Override
  public void moveTo(int x, int y) {
    synchronized (lock) {
      this.x = x;
      this.y = y;
    }
  }

  @Override
  public Position move(UnaryOperator<Position> step) {
    synchronized (lock) {
      var next = step.apply(new Position(x, y));
      x = next.x();
      y = next.y();
      return next;
    }
  }

  @Override
  public Position position() {
    synchronized (lock) {
      return new Position(x, y);
    }
  }
}
