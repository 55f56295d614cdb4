package _15_puzzles;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Scenario;

/// Two cooks need the pan and the knife. Who finds out that they're stuck?
public abstract sealed class StuckKitchen implements Scenario {
  final ReentrantLock pan = new ReentrantLock();
  final ReentrantLock knife = new ReentrantLock();
  private final CountDownLatch bothHoldOne;

  StuckKitchen(int cooks) {
    bothHoldOne = new CountDownLatch(cooks);
  }

  final void cook(ReentrantLock first, ReentrantLock second) throws InterruptedException {
    first.lockInterruptibly();
    try {
      bothHoldOne.countDown();
      bothHoldOne.await();
      second.lockInterruptibly();
      second.unlock();
    } finally {
      first.unlock();
    }
  }

  /// Whether each waits for what the other holds.
  public final boolean isStuck() {
    return pan.hasQueuedThreads() && knife.hasQueuedThreads();
  }

  /// Two orders, and a latch that makes sure that both hold one: stuck every time.
  public static final class Broken extends StuckKitchen {
    public Broken() {
      super(2);
    }

    @Override
    public List<Body> bodies() {
      return List.of(() -> cook(pan, knife), () -> cook(knife, pan));
    }
  }

  /// One order, and a latch that is open from the beginning.
  public static final class Mended extends StuckKitchen {
    public Mended() {
      super(0);
    }

    @Override
    public List<Body> bodies() {
      return List.of(() -> cook(pan, knife), () -> cook(pan, knife));
    }
  }
}
