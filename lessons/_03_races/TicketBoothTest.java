package _03_races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import _03_races.exercise.TicketBooth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.function.Executable;
import workbook.Graded;
import workbook.explore.Explore;
import workbook.explore.calls.AnyValue;
import workbook.explore.calls.ConcurrentCalls;

/// The graded tests of TicketBooth.
class TicketBoothTest {
  @Explore
  @DisplayName("one customer buys, is refused when too few are left, and gives back")
  @Graded(points = 1, read = "the contract, BoxOffice.java")
  void oneCustomer() {
    var start = System.nanoTime();
    var booth = new TicketBooth(3);
    var bought = new ArrayList<>(booth.buy(2));
    assertEquals(List.of(), booth.buy(2), "what was sold to one who wants 2 when 1 is left");
    assertEquals(1, booth.free(), "the free seats after 2 of 3 were sold");
    bought.addAll(booth.buy(1));
    assertEquals(List.of(1, 2, 3), sorted(bought), "all that were sold");
    booth.giveBack(2);
    assertEquals(1, booth.free(), "the free seats after seat 2 was given back");
    var again = booth.buy(1);
    assertEquals(List.of(2), again, "what was sold after seat 2 was given back");
    booth.giveBack(1);
    assertEquals(List.of(), booth.buy(Integer.MAX_VALUE), "what was sold when 1 seat is left");
    assertEquals(List.of(1), booth.buy(1), "what was sold after seat 1 was given back");
    assertEquals(List.of(2), again, "what was sold earlier, now that others have called");
    eachSellsItsOwn();
    manySeatsAreSold();
    assertEquals(start, System.nanoTime(), "nobody else calls, so no call waits; nanoTime()");
    assertEquals(1, Thread.activeCount(), "the threads, now that all calls have returned");
  }

  private static void eachSellsItsOwn() {
    var booth = new TicketBooth(2);
    var another = new TicketBooth(1);
    assertEquals(2, booth.free(), "the free seats of a booth with 2, beside another with 1");
    assertEquals(List.of(1), another.buy(1), "what a booth with 1 seat sold first");
    assertEquals(2, booth.free(), "the free seats of a booth with 2, after another sold one");
  }

  private static void manySeatsAreSold() {
    var hall = new TicketBooth(300);
    var bought = new TreeSet<>(hall.buy(299));
    bought.addAll(hall.buy(1));
    assertEquals(300, bought.size(), "different seats of 300 that were sold, first 299, then 1");
    hall.giveBack(200);
    hall.giveBack(64);
    assertEquals(2, hall.free(), "the free seats of 300 after 64 and 200 were given back");
    assertEquals(List.of(64, 200), sorted(hall.buy(2)), "what was sold after that");
  }

  private static List<Integer> sorted(List<Integer> seats) {
    return List.copyOf(new TreeSet<>(seats));
  }

  @Explore
  @DisplayName("nonsense is refused, and the others go on")
  @Graded(points = 1, read = "lesson 03, \"Five threads, a million each\": finally")
  void nonsenseHarmsNobody() throws InterruptedException {
    refused("a booth with -1 seats", () -> new TicketBooth(-1));
    var none = new TicketBooth(0);
    assertEquals(List.of(), none.buy(1), "what a booth without seats sold");
    refused("giveBack(1) of 0 seats", () -> none.giveBack(1));
    var booth = new TicketBooth(2);
    refused("giveBack(2), which is free,", () -> booth.giveBack(2));
    var other =
        Thread.ofPlatform()
            .name("other")
            .start(
                () -> {
                  for (var many : List.of(0, -1, Integer.MIN_VALUE)) {
                    refused("buy(" + many + ")", () -> booth.buy(many));
                  }
                  for (var seat : List.of(0, 3, -1, Integer.MIN_VALUE, Integer.MAX_VALUE)) {
                    refused("giveBack(" + seat + ") of 2 seats", () -> booth.giveBack(seat));
                  }
                });
    assertEquals(2, booth.buy(2).size(), "seats sold to one who wants 2 of 2");
    other.join();
    assertEquals(0, booth.free(), "the free seats after 2 of 2 were sold");
  }

  private static void refused(String nonsense, Runnable call) {
    assertThrows(IllegalArgumentException.class, call::run, nonsense + " must be refused");
  }

  @Explore
  @DisplayName("two customers want the last seat: one gets it")
  @Graded(points = 1, read = "lesson 03, \"Two buyers, one ticket\"")
  void theLastSeatIsSoldOnce() throws InterruptedException {
    var booth = new TicketBooth(1);
    var hers = new AtomicReference<List<Integer>>();
    var other = Thread.ofPlatform().name("other").start(() -> hers.set(booth.buy(1)));
    var mine = booth.buy(1);
    other.join();
    assertEquals(1, mine.size() + hers.get().size(), "1 seat, sold as " + mine + " and as " + hers);
    assertEquals(0, booth.free(), "the free seats after the only one was sold");
  }

  @Explore
  @DisplayName("two customers, two seats: nobody is refused")
  @Graded(points = 1, read = "the contract, BoxOffice.java: nobody is refused")
  void thereIsRoomForBoth() throws InterruptedException {
    var booth = new TicketBooth(2);
    var hers = new AtomicReference<List<Integer>>();
    var other = Thread.ofPlatform().name("other").start(() -> hers.set(booth.buy(1)));
    var mine = booth.buy(1);
    var soon = booth.free();
    other.join();
    var both = mine + " and " + hers;
    assertEquals(2, mine.size() + hers.get().size(), "2 seats for 2 customers, sold " + both);
    if (mine.equals(hers.get())) {
      fail("2 seats for 2 customers, and both bought " + mine);
    }
    if (soon > 1) {
      fail("one bought 1 of 2 seats, and then found that " + soon + " are free");
    }
    assertEquals(0, booth.free(), "the free seats of 2 after both were sold");
  }

  @Explore
  @DisplayName("one wants more than there is: the other is served all the same")
  @Graded(points = 1, read = "the contract, BoxOffice.java: as many as asked for, or none")
  void whoAsksTooMuchTakesNothing() throws InterruptedException {
    var booth = new TicketBooth(2);
    var greedy =
        Thread.ofPlatform()
            .name("greedy")
            .start(() -> assertEquals(List.of(), booth.buy(3), "3 of 2 seats"));
    assertEquals(2, booth.buy(2).size(), "seats sold to one who wants 2 of 2 free ones");
    greedy.join();
  }

  @Explore
  @DisplayName("whoever looks finds two seats sold or none, never one")
  @Graded(points = 1, read = "lesson 03, \"Everybody locks\"")
  void aSaleIsOneStep() throws InterruptedException {
    var booth = new TicketBooth(2);
    var other = Thread.ofPlatform().name("other").start(() -> booth.buy(2));
    var free = booth.free();
    if (free != 0 && free != 2) {
      fail("somebody buys both seats, and meanwhile " + free + " of 2 is free");
    }
    if (free == 0) {
      booth.giveBack(2);
    }
    other.join();
    var left = free == 0 ? 1 : 0;
    assertEquals(
        left, booth.free(), "the free seats of 2; both were sold, " + left + " given back");
  }

  @Explore
  @DisplayName("two threads give back one seat: one is refused, because it is free")
  @Graded(points = 1, read = "lesson 03, \"Two buyers, one ticket\"")
  void aSeatComesBackOnce() throws InterruptedException {
    var booth = new TicketBooth(1);
    var accepted = new AtomicInteger();
    booth.buy(1);
    Runnable giveBack =
        () -> {
          try {
            booth.giveBack(1);
            accepted.incrementAndGet();
          } catch (IllegalArgumentException tooLate) {
            assertEquals(1, booth.free(), "seat 1 is not sold, they say, and the free seats of 1");
          }
        };
    var other = Thread.ofPlatform().name("other").start(giveBack);
    giveBack.run();
    other.join();
    assertEquals(1, accepted.get(), "how often seat 1, sold once, was taken back");
    assertEquals(1, booth.free(), "the free seats of 1 after it was given back");
  }

  @Explore(preemptions = 1, overtaken = BusyRival.OFTEN)
  @DisplayName("however often others get in first, a call does its work")
  @Graded(points = 1, read = "the contract, BoxOffice.java: never gives up")
  void nobodyGivesUp() throws InterruptedException {
    var booth = new TicketBooth(3);
    Runnable rivals =
        () -> {
          var seats = booth.buy(1);
          assertEquals(1, seats.size(), "seats sold to one who wants 1, and at least 1 is free");
          Thread.yield();
          booth.giveBack(seats.getFirst());
        };
    var method = AnyValue.of("buy", "giveBack", "free");
    if (method.equals("buy")) {
      var seats = BusyRival.beside(() -> booth.buy(2), rivals).size();
      assertEquals(2, seats, "seats sold to one who wants 2, and 2 of 3 or all are free");
      assertEquals(1, booth.free(), "the free seats of 3 after 2 were sold");
    } else if (method.equals("free")) {
      int free = BusyRival.beside(booth::free, rivals);
      if (free != 2 && free != 3) {
        fail("3 seats, of which somebody buys 1 and gives it back, and " + free + " are free");
      }
    } else {
      int seat = booth.buy(1).getFirst();
      BusyRival.beside(() -> giveBack(booth, seat), rivals);
      assertEquals(3, booth.free(), "the free seats of 3 after all were given back");
    }
  }

  @Explore
  @DisplayName("an interrupted thread is served like any other, and stays interrupted")
  @Graded(points = 1, read = "the contract, BoxOffice.java: interrupted")
  void anInterruptEndsNoCall() throws InterruptedException {
    var booth = new TicketBooth(3);
    booth.buy(1);
    var other =
        Thread.ofPlatform()
            .name("interrupted")
            .start(
                () -> {
                  var bought = interruptedIn("buy(1)", () -> booth.buy(1));
                  assertEquals(1, bought.size(), "seats sold to an interrupted thread, of 2 or 1");
                  int free = interruptedIn("free()", booth::free);
                  interruptedIn("giveBack", () -> giveBack(booth, bought.getFirst()));
                  interruptedIn("giveBack(0)", () -> isRefused(() -> booth.giveBack(0)));
                  interruptedIn("buy(0)", () -> isRefused(() -> booth.buy(0)));
                  if (free != 0 && free != 1) {
                    fail("3 seats, 2 or 3 of them sold, and " + free + " are free");
                  }
                });
    assertEquals(1, booth.buy(1).size(), "seats sold to a thread that wants 1, of 2 or 1");
    other.join();
    assertEquals(1, booth.free(), "the free seats of 3; 3 were sold, and 1 was given back");
  }

  private static Object isRefused(Executable call) {
    return assertThrows(IllegalArgumentException.class, call);
  }

  private static <T> T interruptedIn(String call, Supplier<T> method) {
    Thread.currentThread().interrupt();
    var answer = method.get();
    assertTrue(Thread.interrupted(), "whether " + call + " left its thread interrupted");
    return answer;
  }

  @Explore
  @DisplayName("whatever several threads call, each call takes effect at one moment")
  @Graded(points = 1, read = "lesson 03, \"Everybody locks\"")
  void eachCallTakesEffectAtOneMoment() throws InterruptedException {
    ConcurrentCalls.<BoxOffice>of(() -> new TicketBooth(2), PlainBooth::new)
        .first("buy(2)", one -> sorted(one.buy(2)))
        .first("giveBack(2)", one -> giveBack(one, 2))
        .call("giveBack(1)", one -> giveBack(one, 1))
        .call("giveBack(2)", one -> giveBack(one, 2))
        .call("buy(2)", one -> sorted(one.buy(2)))
        .call("free()", BoxOffice::free)
        .last("free()", BoxOffice::free)
        .last("buy(2)", one -> sorted(one.buy(2)))
        .check(13);
  }

  private static Object giveBack(BoxOffice booth, int seat) {
    booth.giveBack(seat);
    return null;
  }

  /// What the contract says when there are two seats, and one thread calls.
  private static final class PlainBooth implements BoxOffice {
    private final boolean[] sold = new boolean[3];

    @Override
    public List<Integer> buy(int many) {
      if (sold[1] || sold[2]) {
        return List.of();
      }
      sold[1] = true;
      sold[2] = true;
      return List.of(1, 2);
    }

    @Override
    public void giveBack(int seat) {
      if (!sold[seat]) {
        throw new IllegalArgumentException("it is not sold");
      }
      sold[seat] = false;
    }

    @Override
    public int free() {
      return (sold[1] ? 0 : 1) + (sold[2] ? 0 : 1);
    }
  }
}
