package _04_locks.traps.bank;

import _04_locks.Payments;
import book.Trap;
import java.util.Objects;

@Trap(
    belief = "a hundred locks are enough for any bank",
    fails = "othersNeedNotWait",
    saying = "no thread can go on")
public final class SharesAHundredLocks implements Payments {
  private static final int LOCKS = 100;
  private final Object[] locks = new Object[LOCKS];
  private final long[] balances;
  private final Journal journal;

  public SharesAHundredLocks(int accounts, Journal journal) {
    balances = new long[accounts];
    this.journal = journal;
    for (var n = 0; n < LOCKS; n++) {
      locks[n] = new Object();
    }
  }

  private Object lock(int account) {
    Objects.checkIndex(account, balances.length);
    return locks[account % LOCKS];
  }

  private static void check(long amount) {
    if (amount < 1) {
      throw new IllegalArgumentException("amount " + amount);
    }
  }

  @Override
  public boolean transfer(int from, int to, long amount) {
    check(amount);
    lock(from);
    lock(to);
    synchronized (locks[Math.min(from % LOCKS, to % LOCKS)]) {
      synchronized (locks[Math.max(from % LOCKS, to % LOCKS)]) {
        if (balances[from] < amount) {
          return false;
        }
        journal.write(from, to, amount);
        balances[from] -= amount;
        balances[to] += amount;
        return true;
      }
    }
  }

  @Override
  public void deposit(int account, long amount) {
    check(amount);
    synchronized (lock(account)) {
      balances[account] += amount;
    }
  }

  @Override
  public long balance(int account) {
    synchronized (lock(account)) {
      return balances[account];
    }
  }

  @Override
  public long total() {
    return sum(0);
  }

  private long sum(int next) {
    if (next == Math.min(LOCKS, balances.length)) {
      var sum = 0L;
      for (var b : balances) {
        sum += b;
      }
      return sum;
    }
    synchronized (locks[next]) {
      return sum(next + 1);
    }
  }
}
