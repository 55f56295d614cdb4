import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Homework 3: a bank whose clients move money in parallel. */
public class Bank {
  private final Map<String, Account> accounts = new HashMap<>();
  private final List<String> log = new ArrayList<>();
  private int transfers = 0;

  static class Account {
    private final String owner;
    private int balance;

    Account(String owner, int balance) {
      this.owner = owner;
      this.balance = balance;
    }

    synchronized void deposit(int amount) {
      balance += amount;
    }

    synchronized void withdraw(int amount) {
      if (balance < amount) {
        throw new IllegalStateException("not enough money: " + owner);
      }
      balance -= amount;
    }

    synchronized int getBalance() {
      return balance;
    }
  }

  public void open(String owner, int balance) {
    accounts.put(owner, new Account(owner, balance));
  }

  public void transfer(String from, String to, int amount) {
    Account a = accounts.get(from);
    Account b = accounts.get(to);
    synchronized (a) {
      synchronized (b) {
        a.withdraw(amount);
        b.deposit(amount);
        transfers++;
        log.add(from + " -> " + to + ": " + amount);
      }
    }
  }

  public int total() {
    int sum = 0;
    for (Account account : accounts.values()) {
      sum += account.getBalance();
    }
    return sum;
  }

  public int getTransfers() {
    return transfers;
  }

  public List<String> getLog() {
    return log;
  }

  public static void main(String[] args) throws Exception {
    Bank bank = new Bank();
    bank.open("ann", 100);
    bank.open("bob", 100);
    bank.open("cem", 100);
    bank.open("dan", 100);

    ExecutorService pool = Executors.newFixedThreadPool(2);
    Future<?> first = pool.submit(() -> bank.transfer("ann", "bob", 10));
    Future<?> second = pool.submit(() -> bank.transfer("bob", "ann", 20));
    first.get();
    second.get();
    pool.shutdown();

    System.out.println("total: " + bank.total());
    if (bank.total() != 400) {
      throw new AssertionError("money was lost or made: " + bank.total());
    }
    if (bank.getTransfers() != 2) {
      throw new AssertionError("transfers: " + bank.getTransfers());
    }
    if (bank.getLog().size() != 2) {
      throw new AssertionError("log: " + bank.getLog());
    }
  }
}
