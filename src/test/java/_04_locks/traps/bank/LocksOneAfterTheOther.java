package _04_locks.traps.bank;

import _04_locks.Payments;
import book.Trap;

@Trap(
    belief = "never more than one lock at a time, so nothing can go wrong",
    fails = "nobodySeesMoneyOnItsWay",
    saying = "expected: <10> but was: <0>")
public final class LocksOneAfterTheOther implements Payments {
  private final Account[] accounts;
  private final Journal journal;

  public LocksOneAfterTheOther(int accounts, Journal journal) {
    this.accounts = new Account[accounts];
    for (int i = 0; i < accounts; i++) {
      this.accounts[i] = new Account();
    }
    this.journal = journal;
  }

  @Override
  public boolean transfer(int from, int to, long amount) {
    mustBePositive(amount);
    var payer = accounts[from];
    var payee = accounts[to];
    synchronized (payer) {
      if (payer.balance < amount) {
        return false;
      }
      journal.write(from, to, amount);
      payer.balance -= amount;
    }
    synchronized (payee) {
      payee.balance += amount;
    }
    return true;
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
    private long balance;
  }
}
