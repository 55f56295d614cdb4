package _15_puzzles;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import workbook.Scenario;

/// A cook puts a dish on the counter, and a waiter fetches it. Is it always there?
public abstract sealed class LongSleep implements Scenario {
  final CountDownLatch served = new CountDownLatch(1);
  private volatile String dish;

  abstract void awaitDish() throws InterruptedException;

  private void cook() {
    dish = "soup";
    served.countDown();
  }

  private void fetch() throws InterruptedException {
    awaitDish();
    if (dish == null) {
      throw new AssertionError("the counter was empty");
    }
  }

  @Override
  public List<Body> bodies() {
    return List.of(this::cook, this::fetch);
  }

  /// An hour should do.
  public static final class Broken extends LongSleep {
    @Override
    void awaitDish() throws InterruptedException {
      Thread.sleep(Duration.ofHours(1));
    }
  }

  /// Waits for the dish, not for time.
  public static final class Mended extends LongSleep {
    @Override
    void awaitDish() throws InterruptedException {
      served.await();
    }
  }
}
