package _04_locks.traps.bank;

import _04_locks.Payments;
import book.Trap;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

@Trap(
    belief = "a lock that stays taken for a second is lost",
    fails = "theJournalIsInOrder",
    saying = "5 of 5 or 10 were paid")
public final class GivesUpAfterAMoment implements Payments {
  private final ReadWriteLock counting = new ReentrantReadWriteLock();
  private final List<Account> accounts;
  private final Journal journal;

  public GivesUpAfterAMoment(int accounts, Journal journal) {
    this.accounts = Stream.generate(Account::new).limit(accounts).toList();
    this.journal = journal;
  }

  @Override
  public boolean transfer(int from, int to, long amount) {
    mustBePositive(amount);
    var payer = accounts.get(from);
    var payee = accounts.get(to);
    counting.readLock().lock();
    try {
      if (!takesBoth(payer.free, payee.free)) {
        return false;
      }
      try {
        if (payer.balance < amount) {
          return false;
        }
        journal.write(from, to, amount);
        payer.balance -= amount;
        payee.balance += amount;
        return true;
      } finally {
        payer.free.release();
        if (payee != payer) {
          payee.free.release();
        }
      }
    } finally {
      counting.readLock().unlock();
    }
  }

  private static boolean takesBoth(Semaphore one, Semaphore other) {
    try {
      if (!one.tryAcquire(1, TimeUnit.SECONDS)) {
        return false;
      }
      if (one != other && !other.tryAcquire(1, TimeUnit.SECONDS)) {
        one.release();
        return false;
      }
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  @Override
  public void deposit(int account, long amount) {
    mustBePositive(amount);
    var payee = accounts.get(account);
    counting.readLock().lock();
    payee.free.acquireUninterruptibly();
    try {
      payee.balance += amount;
    } finally {
      payee.free.release();
      counting.readLock().unlock();
    }
  }

  @Override
  public long balance(int account) {
    var asked = accounts.get(account);
    asked.free.acquireUninterruptibly();
    try {
      return asked.balance;
    } finally {
      asked.free.release();
    }
  }

  @Override
  public long total() {
    counting.writeLock().lock();
    try {
      return accounts.stream().mapToLong(account -> account.balance).sum();
    } finally {
      counting.writeLock().unlock();
    }
  }

  private static void mustBePositive(long amount) {
    if (amount < 1) {
      throw new IllegalArgumentException("not an amount: " + amount);
    }
  }

  private static final class Account {
    private final Semaphore free = new Semaphore(1);
    private long balance;
  }
}
