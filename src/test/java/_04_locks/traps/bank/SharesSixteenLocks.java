package _04_locks.traps.bank;

import _04_locks.Payments;
import book.Trap;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

@Trap(
    belief = "sixteen locks are enough, as in a hash table",
    fails = "othersNeedNotWait",
    saying = "no thread can go on")
public final class SharesSixteenLocks implements Payments {
  private static final int LOCKS = 16;

  private final long[] balances;
  private final Lock[] locks = new Lock[LOCKS];
  private final Journal journal;

  public SharesSixteenLocks(int accounts, Journal journal) {
    balances = new long[accounts];
    for (var lock = 0; lock < LOCKS; lock++) {
      locks[lock] = new ReentrantLock();
    }
    this.journal = journal;
  }

  private int lockOf(int account) {
    return Objects.checkIndex(account, balances.length) % LOCKS;
  }

  @Override
  public boolean transfer(int from, int to, long amount) {
    mustBePositive(amount);
    var first = locks[Math.min(lockOf(from), lockOf(to))];
    var second = locks[Math.max(lockOf(from), lockOf(to))];
    first.lock();
    try {
      second.lock();
      try {
        return move(from, to, amount);
      } finally {
        second.unlock();
      }
    } finally {
      first.unlock();
    }
  }

  private boolean move(int from, int to, long amount) {
    if (balances[from] < amount) {
      return false;
    }
    journal.write(from, to, amount);
    balances[from] -= amount;
    balances[to] += amount;
    return true;
  }

  @Override
  public void deposit(int account, long amount) {
    mustBePositive(amount);
    var lock = locks[lockOf(account)];
    lock.lock();
    try {
      balances[account] += amount;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long balance(int account) {
    var lock = locks[lockOf(account)];
    lock.lock();
    try {
      return balances[account];
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long total() {
    for (var lock : locks) {
      lock.lock();
    }
    try {
      var sum = 0L;
      for (var balance : balances) {
        sum += balance;
      }
      return sum;
    } finally {
      for (var lock : locks) {
        lock.unlock();
      }
    }
  }

  private static void mustBePositive(long amount) {
    if (amount < 1) {
      throw new IllegalArgumentException("an amount is at least 1, not " + amount);
    }
  }
}
