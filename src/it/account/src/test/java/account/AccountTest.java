package account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import workbook.explore.Explore;
import workbook.explore.Linearizability;

/// An account keeps its promise under every schedule of the threads that use it.
class AccountTest {
  private final Account account = new Account();

  @BeforeEach
  void payIn() {
    account.deposit(10);
  }

  @Explore
  void noDepositIsLost() throws InterruptedException {
    var other = new Thread(() -> account.deposit(5));
    other.start();
    account.deposit(5);
    other.join();
    assertEquals(20, account.balance());
  }

  @Explore
  void onlyOneTakesTheLastMoney() throws InterruptedException {
    var taken = new boolean[1];
    var other = Thread.startVirtualThread(() -> taken[0] = account.withdraw(10));
    var mine = account.withdraw(10);
    other.join();
    assertTrue(mine ^ taken[0]);
    assertEquals(0, account.balance());
  }

  @Test
  void aTestWithoutThreadsStaysAsItIs() {
    assertEquals(10, account.balance());
  }

  @Test
  void eachCallTakesEffectAtOneMoment() {
    Linearizability.of(Account.class).implementation(Account::new).check();
  }
}
