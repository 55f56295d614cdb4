package _04_locks.alternatives.bank;

import _04_locks.Payments;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.LongStream;

/// One short lock for the whole bank, and a mark on each account that is being paid from or into.
/// Nobody holds the lock while the journal writes.
public final class BusyAccounts implements Payments {
  private final Lock lock = new ReentrantLock();
  private final Condition freed = lock.newCondition();
  private final long[] balances;
  private final boolean[] busy;
  private final Journal journal;

  public BusyAccounts(int accounts, Journal journal) {
    balances = new long[accounts];
    busy = new boolean[accounts];
    this.journal = journal;
  }

  @Override
  public boolean transfer(int from, int to, long amount) {
    mustBePositive(amount);
    if (!begins(from, to, amount)) {
      return false;
    }
    try {
      journal.write(from, to, amount);
    } catch (Throwable failed) {
      end(from, to, 0);
      throw failed;
    }
    end(from, to, amount);
    return true;
  }

  private boolean begins(int from, int to, long amount) {
    lock.lock();
    try {
      while (busy[from] || busy[to]) {
        freed.awaitUninterruptibly();
      }
      if (balances[from] < amount) {
        return false;
      }
      busy[from] = true;
      busy[to] = true;
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void end(int from, int to, long amount) {
    lock.lock();
    try {
      balances[from] -= amount;
      balances[to] += amount;
      busy[from] = false;
      busy[to] = false;
      freed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void deposit(int account, long amount) {
    mustBePositive(amount);
    lock.lock();
    try {
      balances[account] += amount;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long balance(int account) {
    lock.lock();
    try {
      return balances[account];
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long total() {
    lock.lock();
    try {
      return LongStream.of(balances).sum();
    } finally {
      lock.unlock();
    }
  }

  private static void mustBePositive(long amount) {
    if (amount < 1) {
      throw new IllegalArgumentException("not an amount: " + amount);
    }
  }
}
