package _04_locks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import _04_locks.exercise.Bank;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import workbook.Graded;
import workbook.explore.Explore;

/// The graded tests of Bank. All are explored, each with a few preemptions.
class BankTest {
  private static final int ANN = 0;
  private static final int BOB = 1;
  private static final int CAT = 2;

  private final List<String> journal = new CopyOnWriteArrayList<>();

  private void write(int from, int to, long amount) {
    journal.add(from + " pays " + to + ": " + amount);
  }

  @Explore
  @DisplayName("one thread pays, and everything adds up")
  @Graded(points = 1, read = "Payments.java")
  void everythingAddsUp() {
    var bank = new Bank(3, this::write);
    assertEquals(0, bank.total(), "money in a new bank");
    bank.deposit(ANN, 100);
    assertTrue(bank.transfer(ANN, CAT, 30), "30 of 100 were paid");
    assertEquals(70, bank.balance(ANN), "in account 0, which paid 30 of 100");
    assertEquals(0, bank.balance(BOB), "in account 1, which has nothing to do with it");
    assertEquals(30, bank.balance(CAT), "in account 2, which was paid 30");
    assertFalse(bank.transfer(CAT, BOB, 31), "31 of 30 were paid");
    assertEquals(30, bank.balance(CAT), "in account 2, which could not pay 31");
    assertTrue(bank.transfer(CAT, ANN, 30), "30 of 30 were paid");
    assertEquals(100, bank.total(), "money in the bank");
    assertEquals(List.of("0 pays 2: 30", "2 pays 0: 30"), journal, "the journal");
  }

  @Explore
  @DisplayName("amounts below 1 and unknown accounts are refused, and change nothing")
  @Graded(points = 1, read = "lesson 04, \"A purse\"")
  void refusesNonsense() throws InterruptedException {
    var bank = new Bank(2, this::write);
    bank.deposit(ANN, 10);
    var bad = IllegalArgumentException.class;
    assertThrows(bad, () -> bank.transfer(ANN, BOB, 0), "0 were paid");
    assertThrows(bad, () -> bank.transfer(BOB, ANN, -5), "-5 were paid");
    assertThrows(bad, () -> bank.deposit(ANN, -5), "-5 were deposited");
    var unknown = IndexOutOfBoundsException.class;
    assertThrows(unknown, () -> bank.transfer(ANN, 2, 5), "5 paid to account 2 of 0 and 1");
    assertThrows(unknown, () -> bank.transfer(-1, ANN, 5), "5 paid from account -1");
    assertThrows(unknown, () -> bank.deposit(2, 5), "5 put into account 2 of 0 and 1");
    assertThrows(unknown, () -> bank.balance(2), "the balance of account 2 of 0 and 1");
    assertEquals(List.of(), journal, "the journal after nothing but nonsense");
    var other = start("other", () -> bank.transfer(ANN, BOB, 4));
    other.join();
    assertEquals(6, bank.balance(ANN), "in account 0, which had 10 and paid 4");
    assertEquals(4, bank.balance(BOB), "in account 1, which was paid 4");
  }

  @Explore
  @DisplayName("an account that pays itself has as much as before")
  @Graded(points = 1, read = "lesson 04, \"Asking for what you hold\"")
  void payingItselfChangesNothing() throws InterruptedException {
    var bank = new Bank(2, this::write);
    bank.deposit(BOB, 50);
    assertTrue(bank.transfer(BOB, BOB, 20), "20 of 50 were paid");
    assertEquals(50, bank.balance(BOB), "in account 1, which had 50 and paid itself 20");
    assertFalse(bank.transfer(BOB, BOB, 51), "51 of 50 were paid");
    var other = start("other", () -> bank.deposit(BOB, 1));
    other.join();
    assertEquals(51, bank.total(), "money in the bank");
    assertEquals(List.of("1 pays 1: 20"), journal, "the journal");
  }

  @Explore
  @DisplayName("two pay into one account: nothing is lost")
  @Graded(points = 1, read = "lesson 04, \"A moving point\"")
  void twoPayIntoOneAccount() throws InterruptedException {
    var bank = new Bank(3, (from, to, amount) -> {});
    bank.deposit(ANN, 10);
    bank.deposit(BOB, 10);
    var other = start("other", () -> bank.transfer(ANN, CAT, 10));
    bank.transfer(BOB, CAT, 10);
    other.join();
    assertEquals(20, bank.balance(CAT), "in account 2, which was paid 10 and 10");
    assertEquals(20, bank.total(), "money in the bank");
  }

  @Explore
  @DisplayName("the same money is not paid twice")
  @Graded(points = 1, read = "lesson 03, \"Two buyers, one ticket\"")
  void noMoneyIsPaidTwice() throws InterruptedException {
    var bank = new Bank(3, (from, to, amount) -> {});
    bank.deposit(ANN, 10);
    var paid = new AtomicInteger();
    var other = start("other", () -> paid.addAndGet(bank.transfer(ANN, BOB, 10) ? 1 : 0));
    paid.addAndGet(bank.transfer(ANN, CAT, 10) ? 1 : 0);
    other.join();
    assertEquals(1, paid.get(), "payments of 10 from an account with 10");
    assertEquals(0, bank.balance(ANN), "in account 0 afterwards");
    assertEquals(10, bank.total(), "money in the bank");
  }

  @Explore
  @DisplayName("two pay each other: both payments go through")
  @Graded(points = 1, read = "lesson 04, \"Two locks, two orders\"")
  void twoPayEachOther() throws InterruptedException {
    var bank = new Bank(2, (from, to, amount) -> {});
    bank.deposit(ANN, 10);
    bank.deposit(BOB, 10);
    var other = start("other", () -> bank.transfer(ANN, BOB, 3));
    bank.transfer(BOB, ANN, 5);
    other.join();
    assertEquals(12, bank.balance(ANN), "in account 0, which had 10, paid 3 and got 5");
    assertEquals(8, bank.balance(BOB), "in account 1, which had 10, paid 5 and got 3");
  }

  @Explore
  @DisplayName("nobody sees money on its way: not in the balances, not in the total")
  @Graded(points = 1, read = "lesson 04, \"A moving point\"")
  void nobodySeesMoneyOnItsWay() throws InterruptedException {
    var bank = new Bank(2, (from, to, amount) -> {});
    bank.deposit(ANN, 10);
    var other =
        start(
            "other",
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

  @Explore
  @DisplayName("a payment that takes long holds up no payment between others")
  @Graded(points = 1, read = "lesson 04, \"What does a lock cost?\"")
  void othersNeedNotWait() throws InterruptedException {
    var cat = 960; // who shares a few locks among the accounts gives this one Ann's
    var dan = cat + 1;
    var writing = new CountDownLatch(1);
    var othersPaid = new CountDownLatch(1);
    var bank =
        new Bank(
            dan + 1,
            (from, to, amount) -> {
              if (from == ANN) {
                writing.countDown();
                awaitQuietly(othersPaid);
              }
            });
    bank.deposit(ANN, 10);
    bank.deposit(cat, 10);
    var slow = start("slow", () -> bank.transfer(ANN, BOB, 10));
    writing.await();
    bank.transfer(cat, dan, 10);
    othersPaid.countDown();
    slow.join();
    assertEquals(10, bank.balance(BOB), "in account 1, which was paid 10");
    assertEquals(10, bank.balance(dan), "in account 961, which was paid 10");
  }

  @Explore
  @DisplayName(
      "payments of one account are written one after the other, each when its turn has come")
  @Graded(points = 1, read = "Payments.java: transfer")
  void theJournalIsInOrder() throws InterruptedException {
    var bank = new Bank(3, this::write);
    bank.deposit(ANN, 10);
    var other = start("other", () -> bank.transfer(ANN, BOB, 10));
    var passedOn = bank.transfer(BOB, CAT, 10);
    other.join();
    var both = List.of("0 pays 1: 10", "1 pays 2: 10");
    assertEquals(passedOn ? both : both.subList(0, 1), journal, "the journal");
    assertEquals(10, bank.total(), "money in the bank");
  }

  @Explore
  @DisplayName("when the journal fails, nothing is moved and nothing stays locked")
  @Graded(points = 1, read = "lesson 04, \"A purse\"")
  void aFailingJournalMovesNothing() throws InterruptedException {
    var bank =
        new Bank(
            2,
            (from, to, amount) -> {
              if (amount == 7) {
                throw new IllegalStateException("the journal is full");
              }
            });
    bank.deposit(ANN, 10);
    var full = IllegalStateException.class;
    assertThrows(full, () -> bank.transfer(ANN, BOB, 7), "7 paid, and the journal failed");
    var other = start("other", () -> bank.transfer(ANN, BOB, 4));
    other.join();
    assertEquals(6, bank.balance(ANN), "in account 0, which had 10 and paid 4");
    assertEquals(4, bank.balance(BOB), "in account 1, which was paid 4");
  }

  private static Thread start(String name, Runnable body) {
    return Thread.ofPlatform().name(name).start(body);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException nobodyInterrupts) {
      throw new AssertionError(nobodyInterrupts);
    }
  }
}
