package _04_locks;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Scenario;

/// A purse holds 10. One thread asks for 20 and is refused. Does the other get its 4?
public abstract sealed class Purse implements Scenario {
  final ReentrantLock lock = new ReentrantLock();
  private int money = 10;

  abstract void take(int amount);

  final void takeUnlocked(int amount) {
    if (amount > money) {
      throw new IllegalArgumentException("only " + money + " left");
    }
    money -= amount;
  }

  @Override
  public List<Body> bodies() {
    return List.of(
        () -> {
          try {
            take(20);
          } catch (IllegalArgumentException refused) {
            // it does without the money, as it should
          }
        },
        () -> take(4));
  }

  /// An exception leaves the method before the lock is released.
  public static final class Broken extends Purse {
    @Override
    void take(int amount) {
      lock.lock();
      takeUnlocked(amount);
      lock.unlock();
    }
  }

  /// However the method ends, it releases the lock.
  public static final class Mended extends Purse {
    @Override
    void take(int amount) {
      lock.lock();
      try {
        takeUnlocked(amount);
      } finally {
        lock.unlock();
      }
    }
  }
}
