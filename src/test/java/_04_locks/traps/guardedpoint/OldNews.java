package _04_locks.traps.guardedpoint;

import _04_locks.MovingPoint;
import book.Trap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

@Trap(
    belief = "for a look, what was true a moment ago is good enough",
    fails = "twoMovesDoNotMix",
    saying = "one moved it to (1, 2), one to (3, 4), and it is at (10, 20)")
public final class OldNews implements MovingPoint {
  private final ReentrantLock lock = new ReentrantLock();
  private int x;
  private int y;
  private volatile Position lastSeen;

  public OldNews(int x, int y) {
    this.x = x;
    this.y = y;
    lastSeen = new Position(x, y);
  }

  @Override
  public void moveTo(int x, int y) {
    lock.lock();
    try {
      this.x = x;
      this.y = y;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Position move(UnaryOperator<Position> step) {
    lock.lock();
    try {
      var next = step.apply(new Position(x, y));
      x = next.x();
      y = next.y();
      return next;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Position position() {
    if (lock.tryLock()) {
      try {
        lastSeen = new Position(x, y);
      } finally {
        lock.unlock();
      }
    }
    return lastSeen;
  }
}
