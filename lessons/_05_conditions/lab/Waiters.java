package _05_conditions.lab;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Who waits for a signal.
final class Waiters {
  private Waiters() {}

  /// How many threads wait at a condition now. Takes its lock to look.
  static int at(Condition condition, ReentrantLock lock) {
    lock.lock();
    try {
      return lock.getWaitQueueLength(condition);
    } finally {
      lock.unlock();
    }
  }
}
