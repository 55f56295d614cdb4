package _04_locks.traps.bank;

import _04_locks.Payments;
import book.Trap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

@Trap(
    belief = "each balance under its lock makes a sum of one moment",
    fails = "nobodySeesMoneyOnItsWay",
    saying = "then 25, and the total was 20")
public final class CountsWhileMoneyMoves implements Payments {
  private final long[] balances;
  private final Lock[] locks;
  private final Journal journal;

  public CountsWhileMoneyMoves(int accounts, Journal journal) {
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
    var first = locks[Math.min(from, to)];
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
    journal.write(from, to, amount);
    balances[from] -= amount;
    balances[to] += amount;
    return true;
  }

  @Override
  public void deposit(int account, long amount) {
    mustBePositive(amount);
    var lock = locks[account];
    lock.lock();
    try {
      balances[account] += amount;
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
    long sum = 0;
    for (int account = 0; account < balances.length; account++) {
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
