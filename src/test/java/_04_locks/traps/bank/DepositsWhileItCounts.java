package _04_locks.traps.bank;

import _04_locks.Payments;
import book.Trap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

@Trap(
    belief = "a deposit moves nothing from one account to another",
    fails = "nobodySeesMoneyOnItsWay",
    saying = "there were 10, then 15, then 25")
public final class DepositsWhileItCounts implements Payments {
  private final long[] balances;
  private final ReentrantLock[] locks;
  private final Journal journal;

  /// Who pays lets others pay; who counts keeps them out, so that no money is on its way.
  private final ReadWriteLock counting = new ReentrantReadWriteLock();

  public DepositsWhileItCounts(int accounts, Journal journal) {
    balances = new long[accounts];
    locks = new ReentrantLock[accounts];
    for (int account = 0; account < accounts; account++) {
      locks[account] = new ReentrantLock();
    }
    this.journal = journal;
  }

  @Override
  public boolean transfer(int from, int to, long amount) {
    mustBePositive(amount);
    ReentrantLock first = locks[Math.min(from, to)];
    ReentrantLock second = locks[Math.max(from, to)];
    counting.readLock().lock();
    try {
      first.lock();
      try {
        second.lock();
        try {
          if (balances[from] < amount) {
            return false;
          }
          journal.write(from, to, amount);
          balances[from] -= amount;
          balances[to] += amount;
          return true;
        } finally {
          second.unlock();
        }
      } finally {
        first.unlock();
      }
    } finally {
      counting.readLock().unlock();
    }
  }

  @Override
  public void deposit(int account, long amount) {
    mustBePositive(amount);
    ReentrantLock lock = locks[account];
    lock.lock(); // a deposit moves nothing from one account to another
    try {
      balances[account] += amount;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long balance(int account) {
    ReentrantLock lock = locks[account];
    lock.lock();
    try {
      return balances[account];
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long total() {
    counting.writeLock().lock();
    try {
      long sum = 0;
      for (int account = 0; account < balances.length; account++) {
        sum += balance(account);
      }
      return sum;
    } finally {
      counting.writeLock().unlock();
    }
  }

  private static void mustBePositive(long amount) {
    if (amount < 1) {
      throw new IllegalArgumentException("an amount is at least 1, not " + amount);
    }
  }
}
