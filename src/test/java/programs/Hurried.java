package programs;

import java.util.concurrent.atomic.AtomicInteger;

/// Programs of which too many schedules differ for who is in a hurry.
public final class Hurried {
  private Hurried() {}

  /// One preemption at the right place is enough.
  public static void losesAnUpdate() throws InterruptedException {
    var count = new AtomicInteger();
    var other = new Thread(() -> count.set(count.get() + 1));
    other.start();
    count.set(count.get() + 1);
    other.join();
    if (count.get() != 2) {
      throw new AssertionError(count);
    }
  }

  /// Whoever sleeps may wake at any time.
  public static void sleeps() throws InterruptedException {
    var count = new AtomicInteger();
    Runnable twice =
        () -> {
          try {
            Thread.sleep(10);
            count.incrementAndGet();
            Thread.sleep(10);
            count.incrementAndGet();
          } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
          }
        };
    var one = new Thread(twice);
    var other = new Thread(twice);
    one.start();
    other.start();
    one.join();
    other.join();
  }
}
