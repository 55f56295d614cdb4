package _15_puzzles;

import java.util.List;
import java.util.concurrent.Semaphore;
import workbook.Scenario;

/// One key, one room: a semaphore with one permit. Are two ever in the room at once?
public abstract sealed class BorrowedKey implements Scenario {
  final Semaphore keys = new Semaphore(1);

  abstract void visit() throws InterruptedException;

  final void look() {
    if (keys.availablePermits() > 0) {
      throw new AssertionError("somebody is inside, and the key hangs outside");
    }
  }

  private void visitInterrupted() throws InterruptedException {
    Thread.currentThread().interrupt();
    try {
      visit();
    } catch (InterruptedException calledAway) {
      visit(); // comes back later
    }
  }

  @Override
  public List<Body> bodies() {
    return List.of(this::visitInterrupted, this::visit);
  }

  /// Gives back a key even if it never got one.
  public static final class Broken extends BorrowedKey {
    @Override
    void visit() throws InterruptedException {
      try {
        keys.acquire();
        look();
      } finally {
        keys.release();
      }
    }
  }

  /// Gives back only what it has taken.
  public static final class Mended extends BorrowedKey {
    @Override
    void visit() throws InterruptedException {
      keys.acquire();
      try {
        look();
      } finally {
        keys.release();
      }
    }
  }
}
