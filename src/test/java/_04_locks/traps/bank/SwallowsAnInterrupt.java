package _04_locks.traps.bank;

import _04_locks.Payments;
import book.Trap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.LongStream;

@Trap(
    belief = "an interrupt that ends nothing means nothing",
    fails = "anInterruptEndsNoCall",
    saying = "whether transfer left its thread interrupted")
public final class SwallowsAnInterrupt implements Payments {
  private final Lock lock = new ReentrantLock();
  private final Condition freed = lock.newCondition();
  private final long[] balances;
  private final boolean[] busy;
  private final Journal journal;

  public SwallowsAnInterrupt(int accounts, Journal journal) {
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
    var written = false;
    try {
      journal.write(from, to, amount);
      written = true;
    } finally {
      end(from, to, written ? amount : 0);
    }
    return true;
  }

  private boolean begins(int from, int to, long amount) {
    Thread.interrupted(); // await must not throw
    lock.lock();
    try {
      while (busy[from] || busy[to]) {
        try {
          freed.await();
        } catch (InterruptedException ignored) {
          continue; // a payment is not given up
        }
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
