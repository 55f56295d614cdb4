package workbook.explore;

import java.util.concurrent.CountDownLatch;

/// Waits that the scheduler does not see, because the explorer's own package is not rewritten.
public final class RealWait {
  private RealWait() {}

  /// Ends only when its thread is interrupted.
  public static void forEver() throws InterruptedException {
    new CountDownLatch(1).await();
  }
}
