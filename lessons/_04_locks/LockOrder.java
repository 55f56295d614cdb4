package _04_locks;

import java.util.List;
import workbook.Scenario;

/// # Two locks, two orders
///
/// Ann pays Bob while Bob pays Ann. Both accounts are locked for both. Do both get their money?
public abstract sealed class LockOrder implements Scenario {
  /// An account is its own lock.
  static final class Account {
    final int number;
    int balance = 10;

    Account(int number) {
      this.number = number;
    }
  }

  private final Account ann = new Account(1);
  private final Account bob = new Account(2);

  abstract void pay(Account from, Account to, int amount);

  @Override
  public List<Body> bodies() {
    return List.of(() -> pay(ann, bob, 3), () -> pay(bob, ann, 4));
  }

  @Override
  public void check() {
    if (ann.balance != 11 || bob.balance != 9) {
      throw new AssertionError(
          "expected 11 and 9, saw %d and %d".formatted(ann.balance, bob.balance));
    }
  }

  /// Locks in the order of the payment: each may hold what the other wants.
  public static final class Broken extends LockOrder {
    @Override
    void pay(Account from, Account to, int amount) {
      synchronized (from) {
        synchronized (to) {
          from.balance -= amount;
          to.balance += amount;
        }
      }
    }
  }

  /// Locks in the order of the numbers: whoever has the first may have the second.
  public static final class Mended extends LockOrder {
    @Override
    void pay(Account from, Account to, int amount) {
      var first = from.number < to.number ? from : to;
      var second = first == from ? to : from;
      synchronized (first) {
        synchronized (second) {
          from.balance -= amount;
          to.balance += amount;
        }
      }
    }
  }
}
