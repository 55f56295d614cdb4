package _04_locks.traps.bank;

import _04_locks.Payments;
import book.Trap;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLongArray;

@Trap(
    belief = "atomic numbers need no lock",
    fails = "eachCallTakesEffectAtOneMoment",
    saying = "no order of these calls explains")
public final class AtomicBalances implements Payments {
  private final AtomicLongArray balances;
  private final Journal journal;

  public AtomicBalances(int accounts, Journal journal) {
    balances = new AtomicLongArray(accounts);
    this.journal = journal;
  }

  @Override
  public boolean transfer(int from, int to, long amount) {
    check(amount);
    Objects.checkIndex(to, balances.length());
    if (balances.get(from) < amount) {
      return false;
    }
    journal.write(from, to, amount);
    balances.addAndGet(from, -amount);
    balances.addAndGet(to, amount);
    return true;
  }

  @Override
  public void deposit(int account, long amount) {
    check(amount);
    balances.addAndGet(account, amount);
  }

  @Override
  public long balance(int account) {
    return balances.get(account);
  }

  @Override
  public long total() {
    long sum = 0;
    for (int i = 0; i < balances.length(); i++) {
      sum += balances.get(i);
    }
    return sum;
  }

  private static void check(long amount) {
    if (amount <= 0) {
      throw new IllegalArgumentException("amount: " + amount);
    }
  }
}
