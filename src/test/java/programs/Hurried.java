package programs;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/// Programs of which too many schedules differ for who is in a hurry.
public final class Hurried {
  private static final int MANY = 8;

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

  /// Only the order of the first two threads matters, and it is what a search tries last.
  public static void firstComesLater() throws InterruptedException {
    var first = new AtomicInteger();
    runAll(number -> first.compareAndSet(0, number));
    if (first.get() == 2) {
      throw new AssertionError("the second was first");
    }
  }

  /// Whoever comes first, all is well.
  public static void manyTakeTurns() throws InterruptedException {
    var count = new AtomicInteger();
    runAll(_ -> count.incrementAndGet());
    if (count.get() != MANY) {
      throw new AssertionError(count);
    }
  }

  private static void runAll(IntConsumer work) throws InterruptedException {
    var threads = new ArrayList<Thread>();
    for (var n = 1; n <= MANY; n++) {
      var number = n;
      threads.add(new Thread(() -> work.accept(number)));
    }
    for (var thread : threads) {
      thread.start();
    }
    for (var thread : threads) {
      thread.join();
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
