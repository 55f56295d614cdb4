package _04_locks.traps.guardedpoint;

import _04_locks.MovingPoint;
import book.Trap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

@Trap(
    belief = "what comes after finally is done, too",
    fails = "anInterruptEndsNoCall",
    saying = "whether a move that threw left its thread interrupted")
public final class ForgetsWhenItThrows implements MovingPoint {
  private final ReentrantLock lock = new ReentrantLock();
  private int x;
  private int y;

  public ForgetsWhenItThrows(int x, int y) {
    this.x = x;
    this.y = y;
  }

  private boolean locks() {
    var interrupted = false;
    while (true) {
      try {
        lock.lockInterruptibly();
        return interrupted;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
  }

  private static void restore(boolean interrupted) {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void moveTo(int x, int y) {
    var interrupted = locks();
    try {
      this.x = x;
      this.y = y;
    } finally {
      lock.unlock();
    }
    restore(interrupted);
  }

  @Override
  public Position move(UnaryOperator<Position> step) {
    var interrupted = locks();
    Position next;
    try {
      next = step.apply(new Position(x, y));
      x = next.x();
      y = next.y();
    } finally {
      lock.unlock();
    }
    restore(interrupted);
    return next;
  }

  @Override
  public Position position() {
    var interrupted = locks();
    Position at;
    try {
      at = new Position(x, y);
    } finally {
      lock.unlock();
    }
    restore(interrupted);
    return at;
  }
}
