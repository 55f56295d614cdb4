package _04_locks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import _03_races.BusyRival;
import _04_locks.exercise.Bank;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import workbook.Graded;
import workbook.explore.Explore;
import workbook.explore.calls.AnyValue;
import workbook.explore.calls.ConcurrentCalls;

/// The graded tests of Bank. All are explored, each with a few preemptions.
class BankTest {
  private static final int ANN = 0;
  private static final int BOB = 1;
  private static final int CAT = 2;

  private final List<String> journal = new CopyOnWriteArrayList<>();
  private Thread writer;

  private void write(int from, int to, long amount) {
    journal.add(from + " pays " + to + ": " + amount);
  }

  private static void writeNothing(int from, int to, long amount) {}

  @Explore
  @DisplayName("one thread pays, itself too, and everything adds up")
  @Graded(points = 1, read = "the contract, Payments.java")
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
    assertTrue(bank.transfer(ANN, ANN, 20), "20 of 100 were paid");
    assertEquals(100, bank.balance(ANN), "in account 0, which had 100 and paid itself 20");
    assertFalse(bank.transfer(ANN, ANN, 101), "101 of 100 were paid");
    var written = List.of("0 pays 2: 30", "2 pays 0: 30", "0 pays 0: 20");
    assertEquals(written, journal, "the journal");
    assertEquals(0, new Bank(0, this::write).total(), "money in a bank without accounts");
    muchMoney();
    assertEquals(100, bank.balance(ANN), "in account 0, after others had paid in another bank");
  }

  private void muchMoney() {
    var most = Long.MAX_VALUE;
    var bank = new Bank(2, (_, _, _) -> writer = Thread.currentThread());
    bank.deposit(BOB, most - 5_000_000_000L);
    bank.deposit(ANN, 5_000_000_000L);
    assertEquals(most, bank.total(), "money in a bank with as much as fits into a long");
    assertFalse(bank.transfer(ANN, BOB, most), "all the money of the world was paid");
    assertTrue(bank.transfer(BOB, BOB, most - 5_000_000_000L), "all was paid to itself");
    assertTrue(bank.transfer(ANN, BOB, 5_000_000_000L), "5,000,000,000 of as much were paid");
    assertTrue(bank.transfer(BOB, ANN, 1), "1 of all the money was paid");
    assertEquals(most - 1, bank.balance(BOB), "in account 1, which has all the money but 1");
    assertEquals(1, bank.balance(ANN), "in account 0, which has paid all it had, and got 1");
    assertSame(Thread.currentThread(), writer, "the thread that called the journal");
  }

  @Explore
  @DisplayName("amounts below 1 and unknown accounts are refused, and change nothing")
  @Graded(points = 1, read = "lesson 04, \"A purse\"")
  void refusesNonsense() throws InterruptedException {
    long none = AnyValue.of(0L, -5L, Long.MIN_VALUE, -4_294_967_295L);
    int nobody = AnyValue.of(2, -1, Integer.MAX_VALUE, Integer.MIN_VALUE);
    var bank = new Bank(2, this::write);
    bank.deposit(ANN, 10);
    var bad = IllegalArgumentException.class;
    assertThrows(bad, () -> bank.transfer(ANN, BOB, none), none + " were paid");
    assertThrows(bad, () -> bank.transfer(BOB, ANN, none), none + " were paid");
    assertThrows(bad, () -> bank.transfer(BOB, BOB, none), none + " were paid");
    assertThrows(bad, () -> bank.deposit(ANN, none), none + " were deposited");
    var unknown = IndexOutOfBoundsException.class;
    var who = "account " + nobody + " of 0 and 1";
    assertThrows(unknown, () -> bank.transfer(ANN, nobody, 5), "5 paid to " + who);
    assertThrows(unknown, () -> bank.transfer(ANN, nobody, 11), "11 of 10 paid to " + who);
    assertThrows(unknown, () -> bank.transfer(nobody, ANN, 5), "5 paid from " + who);
    assertThrows(unknown, () -> bank.transfer(nobody, nobody, 5), "5 paid from and to " + who);
    assertThrows(unknown, () -> bank.deposit(nobody, 5), "5 put into " + who);
    assertThrows(unknown, () -> bank.balance(nobody), "the balance of " + who);
    assertEquals(List.of(), journal, "the journal after nothing but nonsense");
    var other = start("other", () -> bank.transfer(ANN, BOB, 4));
    other.join();
    assertEquals(6, bank.balance(ANN), "in account 0, which had 10 and paid 4");
    assertEquals(4, bank.balance(BOB), "in account 1, which was paid 4");
  }

  @Explore
  @DisplayName("two pay at once: each other, and both go through; the same money, and one does")
  @Graded(points = 1, read = "lesson 04, \"Two locks, two orders\"")
  void twoPayAtOnce() throws InterruptedException {
    var sameMoney = AnyValue.of(false, true);
    var bank = new Bank(2, BankTest::writeNothing);
    bank.deposit(ANN, 10);
    bank.deposit(BOB, 10);
    bank.transfer(ANN, ANN, 10); // that changes nothing
    bank.transfer(BOB, BOB, 11);
    var paid = new AtomicInteger();
    var other = start("other", () -> paid.addAndGet(bank.transfer(ANN, BOB, 10) ? 1 : 0));
    bank.deposit(sameMoney ? ANN : BOB, 1);
    paid.addAndGet(bank.transfer(sameMoney ? ANN : BOB, sameMoney ? BOB : ANN, 10) ? 1 : 0);
    other.join();
    assertEquals(
        sameMoney ? 1 : 2,
        paid.get(),
        sameMoney
            ? "payments of 10 from an account with 10 or 11"
            : "payments of 10 from two accounts with at least 10 each");
    assertEquals(sameMoney ? 1 : 10, bank.balance(ANN), "in account 0 in the end");
    assertEquals(sameMoney ? 20 : 11, bank.balance(BOB), "in account 1 in the end");
  }

  @Explore(preemptions = 1)
  @DisplayName("whatever several threads call, each call takes effect at one moment")
  @Graded(points = 1, read = "lesson 03, \"Two buyers, one ticket\"")
  void eachCallTakesEffectAtOneMoment() throws InterruptedException {
    if (AnyValue.of("few accounts", "many accounts").equals("few accounts")) {
      calls(0).call("total()", Payments::total).last("total()", Payments::total).check(25);
    } else {
      calls(128).call("transfer(129, 128, 5)", bank -> bank.transfer(129, 128, 5)).check(15);
    }
  }

  /// Calls about two accounts, to be compared with those of a bank that's right for one thread.
  private static ConcurrentCalls<Payments> calls(int one) {
    var other = one + 1;
    return ConcurrentCalls.<Payments>of(
            () -> new Bank(other + 1, BankTest::writeNothing),
            () -> new _04_locks.stub.Bank(other + 1, BankTest::writeNothing))
        .first("deposit(%d, 10)".formatted(one), bank -> deposit(bank, one, 10))
        .call("transfer(%d, %d, 10)".formatted(one, other), bank -> bank.transfer(one, other, 10))
        .call("deposit(%d, 5)".formatted(other), bank -> deposit(bank, other, 5))
        .call("balance(%d)".formatted(one), bank -> bank.balance(one))
        .call("balance(%d)".formatted(other), bank -> bank.balance(other))
        .last("balance(%d)".formatted(one), bank -> bank.balance(one))
        .last("balance(%d)".formatted(other), bank -> bank.balance(other));
  }

  private static Object deposit(Payments bank, int account, long amount) {
    bank.deposit(account, amount);
    return null;
  }

  @Explore(preemptions = 3)
  @DisplayName("nobody sees money on its way: not in the balances, not in the total")
  @Graded(points = 1, read = "lesson 04, \"A moving point\"")
  void nobodySeesMoneyOnItsWay() throws InterruptedException {
    var bank = new Bank(2, BankTest::writeNothing);
    bank.deposit(ANN, 10);
    var money = new MoneyOnItsWay(bank);
    switch (AnyValue.of("paid once", "paid in", "to and fro")) {
      case "paid once" -> money.isPaidOnce();
      case "paid in" -> money.isPaidIn();
      default -> money.goesToAndFro();
    }
  }

  @Explore(preemptions = 1, overtaken = BusyRival.OFTEN)
  @DisplayName("however often others get in first, a call does its work")
  @Graded(points = 1, read = "the contract, Payments.java: gives up")
  void nobodyGivesUp() throws InterruptedException {
    var bank = new Bank(2, BankTest::writeNothing);
    bank.deposit(ANN, 500);
    Runnable rivals = () -> bank.transfer(ANN, BOB, 1);
    var call = AnyValue.of("transfer", "deposit", "total");
    if (call.equals("transfer")) {
      var paid = BusyRival.beside(() -> bank.transfer(ANN, BOB, 300), rivals);
      assertTrue(paid, "300 of at least 372 were paid");
    } else if (call.equals("deposit")) {
      BusyRival.beside(() -> deposit(bank, ANN, 300), rivals);
    } else {
      assertEquals(500, BusyRival.beside(bank::total, rivals), "the total of 500");
    }
    assertEquals(call.equals("deposit") ? 800 : 500, bank.total(), "the total after " + call);
  }

  /// No preemptions here: the others come when the slow one has begun.
  @Explore(preemptions = 0)
  @DisplayName("a payment that takes long holds up nobody but its own accounts")
  @Graded(points = 1, read = "lesson 04, \"What does a lock cost?\"")
  void othersNeedNotWait() throws InterruptedException {
    var cat = 3840; // whoever shares a few locks among the accounts gives this one Ann's
    var dan = cat + 1;
    var writing = new CountDownLatch(1);
    var othersPaid = new CountDownLatch(1);
    var bank =
        new Bank(
            dan + 1,
            (from, _, _) -> {
              if (from == ANN) {
                writing.countDown();
                awaitQuietly(othersPaid);
              }
            });
    var another = new Bank(2, BankTest::writeNothing);
    bank.deposit(ANN, 10);
    bank.deposit(cat, 10);
    var slow = start("slow", () -> bank.transfer(ANN, BOB, 10));
    writing.await();
    bank.transfer(cat, dan, 10);
    for (var account = CAT; account <= dan; account++) {
      bank.deposit(account, 1); // waits if it shares a lock with 0 or 1
    }
    assertEquals(11, bank.balance(dan), "in account 3841, which was paid 10 and got 1");
    another.deposit(ANN, 5);
    another.transfer(ANN, BOB, 3);
    assertEquals(5, another.total(), "money in another bank");
    othersPaid.countDown();
    slow.join();
    assertEquals(10, bank.balance(BOB), "in account 1, which was paid 10");
  }

  @Explore(preemptions = 1)
  @DisplayName("payments of one account are written one after the other, and all get their turn")
  @Graded(points = 1, read = "the contract, Payments.java: transfer")
  void theJournalIsInOrder() throws InterruptedException {
    if (AnyValue.of(2, 4) == 2) {
      oneIsPaidAndPays();
    } else {
      int richFrom = AnyValue.of(BOB, CAT);
      twoWaitForASlowPayment(
          AnyValue.of(false, true), richFrom, richFrom == BOB ? CAT : AnyValue.of(ANN, BOB));
    }
  }

  private void oneIsPaidAndPays() throws InterruptedException {
    var bank = new Bank(3, this::write);
    bank.deposit(ANN, 10);
    var passedOn = new AtomicBoolean();
    var ann = start("ann", () -> bank.transfer(ANN, BOB, 10));
    var bob = start("bob", () -> passedOn.set(bank.transfer(BOB, CAT, 10)));
    ann.join();
    bob.join();
    var both = List.of("0 pays 1: 10", "1 pays 2: 10");
    assertEquals(passedOn.get() ? both : both.subList(0, 1), journal, "the journal");
    assertEquals(10, bank.total(), "money in the bank");
  }

  private void twoWaitForASlowPayment(boolean poorFirst, int richFrom, int richTo)
      throws InterruptedException {
    var writing = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    var bank =
        new Bank(
            3,
            (from, to, amount) -> {
              writing.countDown();
              awaitQuietly(mayEnd);
              write(from, to, amount);
            });
    bank.deposit(ANN, 10);
    bank.deposit(CAT, 5);
    var slow = start("slow", () -> bank.transfer(ANN, BOB, 10));
    writing.await();
    Runnable poor = () -> assertFalse(bank.transfer(ANN, CAT, 11), "11 of 0 or 5 were paid");
    Runnable rich = () -> assertTrue(bank.transfer(richFrom, richTo, 5), "5 of 5 or 10 were paid");
    var first = start("first", poorFirst ? poor : rich);
    Thread.sleep(Duration.ofMillis(1)); // then it waits
    var second = start("second", poorFirst ? rich : poor);
    Thread.sleep(Duration.ofMillis(1));
    mayEnd.countDown();
    slow.join();
    first.join();
    second.join();
    var last = richFrom + " pays " + richTo + ": 5";
    assertEquals(List.of("0 pays 1: 10", last), journal, "the journal");
  }

  @Explore
  @DisplayName("when the journal fails, nothing is moved and nothing stays locked")
  @Graded(points = 1, read = "lesson 04, \"A purse\"")
  void aFailingJournalMovesNothing() throws InterruptedException {
    var full =
        AnyValue.of(
            new IllegalStateException("the journal is full"),
            new Error("the journal is broken"),
            new Throwable("neither an exception nor an error"));
    int payee = AnyValue.of(BOB, ANN);
    var bank =
        new Bank(
            2,
            (_, _, amount) -> {
              if (amount == 7) {
                throwInSecret(full);
              }
            });
    bank.deposit(ANN, 10);
    var thrown =
        assertThrows(
            Throwable.class, () -> bank.transfer(ANN, payee, 7), "7 paid, and the journal failed");
    assertSame(full, thrown, "what transfer threw when the journal failed");
    assertEquals(0, bank.balance(BOB), "in account 1, when the journal had failed");
    var other = start("other", () -> bank.transfer(ANN, BOB, 4));
    bank.deposit(ANN, 1);
    other.join();
    assertEquals(7, bank.balance(ANN), "in account 0, which had 10, paid 4 and got 1");
    assertEquals(4, bank.balance(BOB), "in account 1, which was paid 4");
    assertEquals(11, bank.total(), "money in the bank");
  }

  @SuppressWarnings("unchecked") // the compiler does not see what is thrown
  private static <T extends Throwable> void throwInSecret(Throwable thrown) throws T {
    throw (T) thrown;
  }

  @Explore
  @DisplayName("an interrupted thread is served like any other, and stays interrupted")
  @Graded(points = 1, read = "the contract, Payments.java: interrupted")
  void anInterruptEndsNoCall() throws InterruptedException {
    var bank = new Bank(2, BankTest::writeNothing);
    bank.deposit(ANN, 10);
    var other =
        start(
            "interrupted",
            () -> {
              var paid = interruptedIn("transfer", () -> bank.transfer(ANN, BOB, 3));
              assertTrue(paid, "3 of 10 or 6 were paid by an interrupted thread");
              interruptedIn("deposit", () -> deposit(bank, BOB, 1));
              var bob = interruptedIn("balance", () -> bank.balance(BOB));
              assertTrue(bob == 4 || bob == 8, () -> "3, 1 and perhaps 4 were paid in, not " + bob);
              assertEquals(11, interruptedIn("total", bank::total), "10 and 1 were deposited");
            });
    assertTrue(bank.transfer(ANN, BOB, 4), "4 of 10 or 7 were paid");
    other.join();
    assertEquals(8, bank.balance(BOB), "in account 1, which was paid 3, 1 and 4");
  }

  private static <T> T interruptedIn(String call, Supplier<T> method) {
    Thread.currentThread().interrupt();
    var answer = method.get();
    assertTrue(Thread.interrupted(), () -> "whether " + call + " left its thread interrupted");
    return answer;
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
