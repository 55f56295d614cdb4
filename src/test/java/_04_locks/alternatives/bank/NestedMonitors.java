package _04_locks.alternatives.bank;

import _04_locks.Payments;
import java.util.stream.IntStream;

/// Every account is an object with its own intrinsic lock; the lower number is locked first.
public final class NestedMonitors implements Payments {
  private final Account[] accounts;
  private final Journal journal;

  public NestedMonitors(int accounts, Journal journal) {
    this.accounts = IntStream.range(0, accounts).mapToObj(Account::new).toArray(Account[]::new);
    this.journal = journal;
  }

  @Override
  public boolean transfer(int from, int to, long amount) {
    mustBePositive(amount);
    var payer = accounts[from];
    var payee = accounts[to];
    synchronized (from < to ? payer : payee) {
      synchronized (from < to ? payee : payer) {
        if (payer.balance < amount) {
          return false;
        }
        journal.write(from, to, amount);
        payer.balance -= amount;
        payee.balance += amount;
        return true;
      }
    }
  }

  @Override
  public void deposit(int account, long amount) {
    mustBePositive(amount);
    synchronized (accounts[account]) {
      accounts[account].balance += amount;
    }
  }

  @Override
  public long balance(int account) {
    synchronized (accounts[account]) {
      return accounts[account].balance;
    }
  }

  @Override
  public long total() {
    return totalFrom(0);
  }

  /// The lock of an account is held while those after it are counted.
  private long totalFrom(int account) {
    if (account == accounts.length) {
      return 0;
    }
    synchronized (accounts[account]) {
      return accounts[account].balance + totalFrom(account + 1);
    }
  }

  private static void mustBePositive(long amount) {
    if (amount < 1) {
      throw new IllegalArgumentException("not an amount: " + amount);
    }
  }

  private static final class Account {
    private final int number;
    private long balance;

    Account(int number) {
      this.number = number;
    }

    @Override
    public String toString() {
      return "account " + number;
    }
  }
}
