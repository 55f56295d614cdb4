package _15_puzzles;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import workbook.Scenario;

/// Two kitchens, each with a cook. One cook waits for the other's sauce. Is there ever dinner?
public abstract sealed class TwoKitchens implements Scenario {
  private static final Object LOCK_OF_ALL = new Object();

  private final Object dinnerLock = new Object();
  private final Object sauceLock = new Object();
  private final CountDownLatch sauce = new CountDownLatch(1);

  abstract Object lock(Object own);

  private void cookDinner() throws InterruptedException {
    synchronized (lock(dinnerLock)) {
      sauce.await();
    }
  }

  private void cookSauce() {
    synchronized (lock(sauceLock)) {
      sauce.countDown();
    }
  }

  @Override
  public List<Body> bodies() {
    return List.of(this::cookDinner, this::cookSauce);
  }

  /// A static lock: whatever one kitchen does, the other waits for it.
  public static final class Broken extends TwoKitchens {
    @Override
    Object lock(Object own) {
      return LOCK_OF_ALL;
    }
  }

  /// A lock for each: they share nothing but the sauce.
  public static final class Mended extends TwoKitchens {
    @Override
    Object lock(Object own) {
      return own;
    }
  }
}
