package account;

import workbook.explore.Explorer;

/// Two deposits at once, explored without JUnit.
public final class Deposits {
  private Deposits() {}

  public static void main(String[] args) {
    var verdict = Explorer.explore(Deposits::together);
    System.out.println(verdict.says());
    verdict.orThrow();
  }

  private static void together() throws InterruptedException {
    var account = new Account();
    var other = new Thread(() -> account.deposit(1));
    other.start();
    account.deposit(1);
    other.join();
    if (account.balance() != 2) {
      throw new AssertionError("a deposit is lost: the balance is " + account.balance());
    }
  }
}
