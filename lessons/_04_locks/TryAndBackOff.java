package _04_locks;

import java.util.concurrent.locks.Lock;
import workbook.Scenario;

/// Two ways to get two locks without a deadlock.
public final class TryAndBackOff {
  private TryAndBackOff() {}

  /// Takes its own lock and *tries* the other: it never waits while it holds one.
  ///
  /// @param pause what happens before it tries, and again before it releases what it has
  /// @return whether it had both
  public static boolean tryBoth(Lock mine, Lock other, Scenario.Body pause) throws Exception {
    mine.lock();
    try {
      pause.run();
      var both = other.tryLock();
      pause.run();
      if (both) {
        other.unlock();
      }
      return both;
    } finally {
      mine.unlock();
    }
  }

  /// Takes the first lock and waits for the second, in the order that everybody keeps to.
  ///
  /// @return true: it had both
  public static boolean takeInOrder(Lock first, Lock second, Scenario.Body pause) throws Exception {
    first.lock();
    try {
      pause.run();
      second.lock();
      try {
        pause.run();
        return true;
      } finally {
        second.unlock();
      }
    } finally {
      first.unlock();
    }
  }
}
