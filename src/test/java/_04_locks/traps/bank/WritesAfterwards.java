package _04_locks.traps.bank;

import _04_locks.Payments;
import book.Trap;
import java.util.Objects;

@Trap(
    belief = "the slow part goes outside of the lock",
    fails = "theJournalIsInOrder",
    saying = "was: <[1 pays 2: 10, 0 pays 1: 10]>")
public final class WritesAfterwards implements Payments {
  private final long[] balances;
  private final Journal journal;

  public WritesAfterwards(int accounts, Journal journal) {
    balances = new long[accounts];
    this.journal = journal;
  }

  @Override
  public boolean transfer(int from, int to, long amount) {
    check(amount);
    Objects.checkIndex(to, balances.length);
    synchronized (this) {
      if (balances[from] < amount) {
        return false;
      }
      balances[from] -= amount;
      balances[to] += amount;
    }
    journal.write(from, to, amount); // may take long, so nobody is kept waiting here
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
