package scenarios;

import java.util.List;

public class LockOrder implements Scenario {
  static class Account {
    final int id;
    int balance = 10;

    Account(int id) {
      this.id = id;
    }
  }

  interface Bank {
    void transfer(Account a, Account b, int amount);
  }

  static class Bad implements Bank {
    public void transfer(Account a, Account b, int amount) {
      synchronized (a) {
        synchronized (b) {
          a.balance -= amount;
          b.balance += amount;
        }
      }
    }
  }

  static class Good implements Bank {
    public void transfer(Account a, Account b, int amount) {
      Account f = a.id < b.id ? a : b, s = f == a ? b : a;
      synchronized (f) {
        synchronized (s) {
          a.balance -= amount;
          b.balance += amount;
        }
      }
    }
  }

  final Bank bank;
  final Account x = new Account(1), y = new Account(2);

  LockOrder(Bank b) {
    bank = b;
  }

  static Scenario bad() {
    return new LockOrder(new Bad());
  }

  static Scenario good() {
    return new LockOrder(new Good());
  }

  public List<Body> bodies() {
    return List.of(() -> bank.transfer(x, y, 3), () -> bank.transfer(y, x, 4));
  }

  public void check() {
    Scenario.expectEquals(20, x.balance + y.balance);
    Scenario.expectEquals(11, x.balance);
  }
}
