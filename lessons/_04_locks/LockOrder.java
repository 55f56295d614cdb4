package _04_locks;

import java.util.List;
import workbook.Scenario;

/// Ann pays Bob while Bob pays Ann. Each payment locks both accounts. Do both go through?
public abstract sealed class LockOrder implements Scenario {
  static final class Account { // is its own lock
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
      throw new AssertionError("expected 11 and 9, saw " + ann.balance + " and " + bob.balance);
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

  /// Locks in the order of the account numbers: whoever has the first can have the second.
  public static final class Mended extends LockOrder {
    @Override
    void pay(Account from, Account to, int amount) {
      var first = from.number < to.number ? from : to;
      synchronized (first) {
        synchronized (first == from ? to : from) {
          from.balance -= amount;
          to.balance += amount;
        }
      }
    }
  }
}
