package account;

/// Money that several threads may pay in and take out. It never falls below zero.
public final class Account {
  private int balance;

  public synchronized void deposit(int amount) {
    balance += amount;
  }

  /// Takes the amount out if it is there.
  ///
  /// @return whether it was
  public synchronized boolean withdraw(int amount) {
    if (balance < amount) {
      return false;
    }
    balance -= amount;
    return true;
  }

  public synchronized int balance() {
    return balance;
  }
}
