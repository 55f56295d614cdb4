package programs;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import workbook.explore.Program;
import workbook.explore.calls.AnyValue;

/// Two threads that add to one number. One of them may be overtaken, again and again.
public final class Rivals {
  private static final int AFTER_ALL = 1_000;

  private final AtomicInteger sum = new AtomicInteger();
  private final ReentrantLock lock = new ReentrantLock();

  private Rivals() {}

  /// @param tries after which the first thread gives up; it is the one that runs `main`
  public static Program mainGivesUp(int tries) {
    return () -> {
      var rivals = new Rivals();
      var busy = new Thread(() -> rivals.addOften(tries));
      busy.start();
      rivals.add(tries);
      busy.join();
      rivals.check(tries);
    };
  }

  /// The same with the threads exchanged.
  public static Program otherGivesUp(int tries) {
    return () -> {
      var rivals = new Rivals();
      var other = new Thread(() -> rivals.add(tries));
      other.start();
      rivals.addOften(tries);
      other.join();
      rivals.check(tries);
    };
  }

  /// Looks once more before each try, and gives up after some that failed all the same.
  public static Program looksTwice(int tries) {
    return () -> {
      var rivals = new Rivals();
      var busy = new Thread(() -> rivals.addOften(tries));
      busy.start();
      for (var lost = 0; lost < tries; ) {
        var seen = rivals.sum.get();
        if (rivals.sum.get() == seen) {
          lost = rivals.sum.compareAndSet(seen, seen + AFTER_ALL) ? Integer.MAX_VALUE : lost + 1;
        }
      }
      busy.join();
      rivals.check(tries);
    };
  }

  /// Only the last of three threads gives up, and only if it is asked to.
  public static Program anyGivesUp(int tries) {
    return () -> {
      var rivals = new Rivals();
      var most = AnyValue.of(Integer.MAX_VALUE, Integer.MAX_VALUE, tries);
      var busy = new Thread(() -> rivals.addOften(tries));
      var other = new Thread(() -> rivals.add(most));
      busy.start();
      other.start();
      busy.join();
      other.join();
      rivals.check(tries);
    };
  }

  /// Nobody gives up, with and without a lock.
  public static Program nobodyGivesUp(int times) {
    return () -> {
      var rivals = new Rivals();
      var busy = new Thread(() -> rivals.addOften(times));
      busy.start();
      rivals.add(Integer.MAX_VALUE);
      rivals.lock.lock();
      try {
        rivals.add(Integer.MAX_VALUE);
      } finally {
        rivals.lock.unlock();
      }
      busy.join();
      rivals.sum.addAndGet(-AFTER_ALL);
      rivals.check(times);
    };
  }

  private void add(int tries) {
    for (var n = 0; n < tries; n++) {
      var seen = sum.get();
      if (sum.compareAndSet(seen, seen + AFTER_ALL)) {
        return;
      }
    }
  }

  private void addOften(int tries) {
    for (var times = 0; times < 3 * tries; times++) {
      lock.lock();
      try {
        sum.incrementAndGet();
      } finally {
        lock.unlock();
      }
      Thread.yield();
    }
  }

  private void check(int tries) {
    if (sum.get() != AFTER_ALL + 3 * tries) {
      throw new IllegalStateException("the sum is " + sum);
    }
  }
}
