package _04_locks.traps.bank;

import _04_locks.Payments;
import book.Trap;

@Trap(
    belief = "what is thrown is an exception or an error",
    fails = "aFailingJournalMovesNothing",
    saying = "in account 1, when the journal had failed")
public final class TakesBackExceptionsAndErrors implements Payments {
  private static final class Account {
    long balance;
  }

  private final Account[] accounts;
  private final Journal journal;

  public TakesBackExceptionsAndErrors(int accounts, Journal journal) {
    this.accounts = new Account[accounts];
    for (var n = 0; n < accounts; n++) {
      this.accounts[n] = new Account();
    }
    this.journal = journal;
  }

  private static void check(long amount) {
    if (amount < 1) {
      throw new IllegalArgumentException("amount " + amount);
    }
  }

  @Override
  public boolean transfer(int from, int to, long amount) {
    check(amount);
    var payer = accounts[from];
    var payee = accounts[to];
    synchronized (accounts[Math.min(from, to)]) {
      synchronized (accounts[Math.max(from, to)]) {
        if (payer.balance < amount) {
          return false;
        }
        payer.balance -= amount;
        payee.balance += amount;
        try {
          journal.write(from, to, amount);
        } catch (Throwable full) {
          if (full instanceof Exception || full instanceof Error) {
            payer.balance += amount;
            payee.balance -= amount;
          }
          throw full;
        }
        return true;
      }
    }
  }

  @Override
  public void deposit(int account, long amount) {
    check(amount);
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
    return sum(0);
  }

  private long sum(int next) {
    if (next == accounts.length) {
      return 0;
    }
    synchronized (accounts[next]) {
      return accounts[next].balance + sum(next + 1);
    }
  }
}
