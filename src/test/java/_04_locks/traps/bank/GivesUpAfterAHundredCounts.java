package _04_locks.traps.bank;

import _04_locks.Payments;
import book.Trap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

@Trap(
    belief = "nobody is overtaken a hundred times",
    fails = "nobodyGivesUp",
    saying = "the total of 500 ==> expected: <500>")
public final class GivesUpAfterAHundredCounts implements Payments {
  private final long[] balances;
  private final Lock[] locks;
  private final Journal journal;
  private final AtomicLong begun = new AtomicLong();
  private final AtomicLong ended = new AtomicLong();

  public GivesUpAfterAHundredCounts(int accounts, Journal journal) {
    balances = new long[accounts];
    locks = new Lock[accounts];
    for (var account = 0; account < accounts; account++) {
      locks[account] = new ReentrantLock();
    }
    this.journal = journal;
  }

  @Override
  public boolean transfer(int from, int to, long amount) {
    mustBePositive(amount);
    var first = locks[Math.min(from, to)]; // look both up before locking one
    var second = locks[Math.max(from, to)];
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
    journal.write(from, to, amount); // first, because it may throw
    begun.incrementAndGet();
    balances[from] -= amount;
    balances[to] += amount;
    ended.incrementAndGet();
    return true;
  }

  @Override
  public void deposit(int account, long amount) {
    mustBePositive(amount);
    var lock = locks[account];
    lock.lock();
    try {
      begun.incrementAndGet();
      balances[account] += amount;
      ended.incrementAndGet();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long balance(int account) {
    var lock = locks[account];
    lock.lock();
    try {
      return balances[account];
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long total() {
    var sum = 0L;
    for (var tries = 0; tries < 100; tries++) {
      var before = ended.get();
      sum = count();
      if (begun.get() == before) {
        return sum;
      }
    }
    return sum;
  }

  private long count() {
    var sum = 0L;
    for (var account = 0; account < balances.length; account++) {
      sum += balance(account);
    }
    return sum;
  }

  private static void mustBePositive(long amount) {
    if (amount < 1) {
      throw new IllegalArgumentException("an amount is at least 1, not " + amount);
    }
  }
}
