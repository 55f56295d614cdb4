package _04_locks.traps.guardedpoint;

import _04_locks.MovingPoint;
import book.Trap;
import java.util.function.UnaryOperator;

@Trap(
    belief = "what I have just written is what I read",
    fails = "bothStepsCount",
    saying = "two moves by (1, 1) from (10, 20) returned (12, 22) and (12, 22)")
public final class LooksAfterwards implements MovingPoint {
  private int x;
  private int y;

  public LooksAfterwards(int x, int y) {
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
    synchronized (this) {
      var next = step.apply(new Position(x, y));
      x = next.x();
      y = next.y();
    }
    return position();
  }

  @Override
  public synchronized Position position() {
    return new Position(x, y);
  }
}
