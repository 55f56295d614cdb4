package _04_locks.traps.bank;

import _04_locks.Payments;
import book.Trap;
import java.util.Objects;

@Trap(
    belief = "one lock for everything is right, and right is enough",
    fails = "othersNeedNotWait",
    saying = "deadlock")
public final class LocksTheWholeBank implements Payments {
  private final long[] balances;
  private final Journal journal;

  public LocksTheWholeBank(int accounts, Journal journal) {
    balances = new long[accounts];
    this.journal = journal;
  }

  @Override
  public synchronized boolean transfer(int from, int to, long amount) {
    check(amount);
    Objects.checkIndex(to, balances.length);
    if (balances[from] < amount) {
      return false;
    }
    journal.write(from, to, amount);
    balances[from] -= amount;
    balances[to] += amount;
    return true;
  }

  @Override
  public synchronized void deposit(int account, long amount) {
    check(amount);
    balances[account] += amount;
  }

  @Override
  public synchronized long balance(int account) {
    return balances[account];
  }

  @Override
  public synchronized long total() {
    long sum = 0;
    for (long balance : balances) {
      sum += balance;
    }
    return sum;
  }

  private static void check(long amount) {
    if (amount <= 0) {
      throw new IllegalArgumentException("amount: " + amount);
    }
  }
}
