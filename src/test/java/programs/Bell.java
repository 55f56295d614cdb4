package programs;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Scenario;

/// Somebody waits for ever for a bell: it rings once for two, or before anybody waits.
public final class Bell {
  private Bell() {}

  static Scenario onceForTwo() {
    var bell = new Object();
    return () -> List.of(() -> await(bell), () -> await(bell), () -> ring(bell));
  }

  static Scenario onceForTwoOfACondition() {
    var lock = new ReentrantLock();
    var bell = lock.newCondition();
    Scenario.Body waits =
        () -> {
          lock.lock();
          try {
            bell.await();
          } finally {
            lock.unlock();
          }
        };
    Scenario.Body rings =
        () -> {
          lock.lock();
          try {
            bell.signal();
          } finally {
            lock.unlock();
          }
        };
    return () -> List.of(waits, waits, rings);
  }

  static Scenario tooEarly() {
    var bell = new Object();
    return () -> List.of(() -> ring(bell), () -> await(bell));
  }

  private static void await(Object bell) throws InterruptedException {
    synchronized (bell) {
      bell.wait();
    }
  }

  private static void ring(Object bell) {
    synchronized (bell) {
      bell.notify();
    }
  }
}
