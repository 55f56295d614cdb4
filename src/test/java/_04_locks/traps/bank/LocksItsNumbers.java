package _04_locks.traps.bank;

import _04_locks.Payments;
import book.Trap;
import java.util.Objects;

@Trap(
    belief = "one number is one object",
    fails = "eachCallTakesEffectAtOneMoment",
    saying = "no order of these calls explains")
@SuppressWarnings("identity") // the mistake itself
public final class LocksItsNumbers implements Payments {
  private final long[] balances;
  private final Journal journal;

  public LocksItsNumbers(int accounts, Journal journal) {
    balances = new long[accounts];
    this.journal = journal;
  }

  @Override
  public boolean transfer(int from, int to, long amount) {
    mustBePositive(amount);
    Integer first = mustExist(Math.min(from, to));
    Integer second = mustExist(Math.max(from, to));
    synchronized (first) {
      synchronized (second) {
        return move(from, to, amount);
      }
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
    Integer lock = mustExist(account);
    synchronized (lock) {
      balances[account] += amount;
    }
  }

  @Override
  public long balance(int account) {
    Integer lock = mustExist(account);
    synchronized (lock) {
      return balances[account];
    }
  }

  @Override
  public long total() {
    return totalFrom(0);
  }

  private long totalFrom(int account) {
    if (account == balances.length) {
      return 0;
    }
    Integer lock = account;
    synchronized (lock) {
      return balances[account] + totalFrom(account + 1);
    }
  }

  private int mustExist(int account) {
    return Objects.checkIndex(account, balances.length);
  }

  private static void mustBePositive(long amount) {
    if (amount < 1) {
      throw new IllegalArgumentException("an amount is at least 1, not " + amount);
    }
  }
}
