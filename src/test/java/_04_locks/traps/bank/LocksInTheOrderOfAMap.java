package _04_locks.traps.bank;

import _04_locks.Payments;
import book.Trap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@Trap(
    belief = "a map has its keys in order",
    fails = "nobodySeesMoneyOnItsWay",
    saying = "deadlock")
public final class LocksInTheOrderOfAMap implements Payments {
  private final long[] balances;
  private final Map<Integer, Lock> locks;
  private final Journal journal;

  public LocksInTheOrderOfAMap(int accounts, Journal journal) {
    balances = new long[accounts];
    locks =
        Map.copyOf(
            IntStream.range(0, accounts)
                .boxed()
                .collect(Collectors.toMap(account -> account, _ -> new ReentrantLock())));
    this.journal = journal;
  }

  @Override
  public boolean transfer(int from, int to, long amount) {
    mustBePositive(amount);
    var first = lockOf(Math.min(from, to)); // look both up before locking one
    var second = lockOf(Math.max(from, to));
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
    balances[from] -= amount;
    balances[to] += amount;
    return true;
  }

  @Override
  public void deposit(int account, long amount) {
    mustBePositive(amount);
    var lock = lockOf(account);
    lock.lock();
    try {
      balances[account] += amount;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long balance(int account) {
    var lock = lockOf(account);
    lock.lock();
    try {
      return balances[account];
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long total() {
    for (var lock : locks.values()) {
      lock.lock();
    }
    try {
      var sum = 0L;
      for (var balance : balances) {
        sum += balance;
      }
      return sum;
    } finally {
      for (var lock : locks.values()) {
        lock.unlock();
      }
    }
  }

  private Lock lockOf(int account) {
    return locks.get(Objects.checkIndex(account, balances.length));
  }

  private static void mustBePositive(long amount) {
    if (amount < 1) {
      throw new IllegalArgumentException("an amount is at least 1, not " + amount);
    }
  }
}
