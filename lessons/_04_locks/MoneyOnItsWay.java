package _04_locks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;

/// Somebody looks at a bank while money moves in it: one of the graded tests of Bank. Account 0 has
/// 10 at first, and account 1 nothing.
public final class MoneyOnItsWay {
  private static final int ANN = 0;
  private static final int BOB = 1;

  private final Payments bank;

  public MoneyOnItsWay(Payments bank) {
    this.bank = bank;
  }

  public void isPaidOnce() throws InterruptedException {
    var other =
        meanwhile(
            () -> {
              bank.transfer(ANN, BOB, 10);
              bank.deposit(BOB, 5);
            });
    var bobFirst = bank.balance(BOB);
    var ann = bank.balance(ANN);
    var bob = bank.balance(BOB);
    var total = bank.total();
    other.join();
    if (bobFirst > 0 && ann > 0) {
      fail("account 1 had got 10, and account 0 still had them");
    }
    if (ann == 0 && bob < 10) {
      fail("account 0 had paid 10, and account 1 had " + bob);
    }
    var least = bob == 15 ? 15 : 10;
    if (total != least && total != 15) {
      fail("a total of " + total + " where there were " + least);
    }
  }

  public void isPaidIn() throws InterruptedException {
    var other =
        meanwhile(
            () -> {
              bank.deposit(ANN, 5);
              bank.deposit(BOB, 10);
            });
    var total = bank.total();
    other.join();
    if (total != 10 && total != 15 && total != 25) {
      fail("there were 10, then 15, then 25, and the total was " + total);
    }
  }

  public void goesToAndFro() throws InterruptedException {
    var other = meanwhile(() -> List.of(ANN, BOB, ANN).forEach(this::payAndGiveWay));
    assertEquals(10, bank.total(), "the total of 10 that go to and fro");
    other.join();
    assertEquals(10, bank.balance(BOB), "in account 1, to which 10 went to and fro, and to again");
  }

  /// Lets the other thread go on after the payment, so that it costs one preemption to get in first
  /// once more.
  private void payAndGiveWay(int from) {
    assertTrue(bank.transfer(from, BOB - from, 10), "10 of 10 were paid by " + from);
    Thread.yield();
  }

  private static Thread meanwhile(Runnable body) {
    return Thread.ofPlatform().name("other").start(body);
  }
}
