package _04_locks.traps.bank;

import _04_locks.Payments;
import book.Trap;
import java.util.stream.IntStream;

@Trap(belief = "there is but one bank", fails = "othersNeedNotWait", saying = "no thread can go on")
public final class LocksForAllBanks implements Payments {
  private final Account[] accounts;
  private final Journal journal;

  public LocksForAllBanks(int accounts, Journal journal) {
    this.accounts = IntStream.range(0, accounts).mapToObj(Account::new).toArray(Account[]::new);
    this.journal = journal;
  }

  @Override
  public boolean transfer(int from, int to, long amount) {
    mustBePositive(amount);
    var payer = accounts[from];
    var payee = accounts[to];
    synchronized ((from < to ? payer : payee).lock) {
      synchronized ((from < to ? payee : payer).lock) {
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
    synchronized (accounts[account].lock) {
      accounts[account].balance += amount;
    }
  }

  @Override
  public long balance(int account) {
    synchronized (accounts[account].lock) {
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
    synchronized (accounts[account].lock) {
      return accounts[account].balance + totalFrom(account + 1);
    }
  }

  private static void mustBePositive(long amount) {
    if (amount < 1) {
      throw new IllegalArgumentException("not an amount: " + amount);
    }
  }

  private static final class Account {
    private final String lock;
    private long balance;

    Account(int number) {
      lock = ("account " + number).intern();
    }
  }
}
