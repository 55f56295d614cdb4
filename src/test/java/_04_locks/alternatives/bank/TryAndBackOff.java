package _04_locks.alternatives.bank;

import _04_locks.Payments;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/// A payment tries for both accounts and gives the first back when the second is taken. Who counts
/// keeps all payments out, and who pays lets others pay: a read-write lock, used the other way.
public final class TryAndBackOff implements Payments {
  private final ReadWriteLock counting = new ReentrantReadWriteLock();
  private final List<Account> accounts;
  private final Journal journal;

  public TryAndBackOff(int accounts, Journal journal) {
    this.accounts = Stream.generate(Account::new).limit(accounts).toList();
    this.journal = journal;
  }

  @Override
  public boolean transfer(int from, int to, long amount) {
    mustBePositive(amount);
    var payer = accounts.get(from);
    var payee = accounts.get(to);
    var both = Stream.of(payer.free, payee.free).distinct().toList();
    counting.readLock().lock();
    try {
      take(both);
      try {
        if (payer.balance < amount) {
          return false;
        }
        journal.write(from, to, amount);
        payer.balance -= amount;
        payee.balance += amount;
        return true;
      } finally {
        both.forEach(Semaphore::release);
      }
    } finally {
      counting.readLock().unlock();
    }
  }

  private static void take(List<Semaphore> both) {
    var taken = false;
    while (!taken) {
      taken = triesToTake(both);
    }
  }

  /// A semaphore does not know who has it. So nobody may ask for the same one twice.
  private static boolean triesToTake(List<Semaphore> both) {
    both.getFirst().acquireUninterruptibly();
    var all = both.stream().skip(1).allMatch(Semaphore::tryAcquire);
    if (!all) {
      both.getFirst().release();
      Thread.yield();
    }
    return all;
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
