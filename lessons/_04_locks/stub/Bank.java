package _04_locks.stub;

import _04_locks.Payments;

/// Accounts that pay one another.
public final class Bank implements Payments {
  private final long[] balances;
  private final Journal journal;

  public Bank(int accounts, Journal journal) {
    balances = new long[accounts];
    this.journal = journal;
  }

  @Override
  public boolean transfer(int from, int to, long amount) {
    // TODO: others pay at the same time. What may they do between these lines?
    // And what if one thread pays from A to B while another pays from B to A?
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
    balances[account] += amount;
  }

  @Override
  public long balance(int account) {
    return balances[account];
  }

  @Override
  public long total() {
    // TODO: money may be on its way while you count it.
    var sum = 0L;
    for (var balance : balances) {
      sum += balance;
    }
    return sum;
  }
}
