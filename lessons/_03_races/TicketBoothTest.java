package _03_races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import _03_races.exercise.TicketBooth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import workbook.Graded;
import workbook.explore.Explore;

/// The graded tests of TicketBooth.
class TicketBoothTest {
  @Explore
  @DisplayName("one customer buys, is refused when too few are left, and gives back")
  @Graded(points = 1, read = "the contract, BoxOffice.java")
  void oneCustomer() {
    var booth = new TicketBooth(3);
    var bought = new ArrayList<>(booth.buy(2));
    assertEquals(List.of(), booth.buy(2), "what was sold to one who wants 2 when 1 is left");
    assertEquals(1, booth.free(), "the free seats after 2 of 3 were sold");
    bought.addAll(booth.buy(1));
    assertEquals(List.of(1, 2, 3), List.copyOf(new TreeSet<>(bought)), "all that were sold");
    booth.giveBack(2);
    assertEquals(1, booth.free(), "the free seats after seat 2 was given back");
    assertEquals(List.of(2), booth.buy(1), "what was sold after seat 2 was given back");
  }

  @Explore
  @DisplayName("two booths sell each its own seats")
  @Graded(points = 1, read = "the contract, BoxOffice.java")
  void eachSellsItsOwn() {
    var booth = new TicketBooth(2);
    var another = new TicketBooth(1);
    assertEquals(2, booth.free(), "the free seats of a booth with 2, beside another with 1");
    assertEquals(List.of(1), another.buy(1), "what a booth with 1 seat sold first");
    assertEquals(2, booth.free(), "the free seats of a booth with 2, after another sold one");
  }

  @Explore
  @DisplayName("nonsense is refused, and the others go on")
  @Graded(points = 1, read = "lesson 03, \"Five threads, a million each\": finally")
  void nonsenseHarmsNobody() throws InterruptedException {
    refused("a booth with -1 seats", () -> new TicketBooth(-1));
    var booth = new TicketBooth(2);
    var other =
        Thread.ofPlatform()
            .name("other")
            .start(
                () -> {
                  refused("buy(0)", () -> booth.buy(0));
                  refused("giveBack(0)", () -> booth.giveBack(0));
                  refused("giveBack(3) of 2 seats", () -> booth.giveBack(3));
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
  @Graded(points = 2, read = "lesson 03, \"Two buyers, one ticket\"")
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
    other.join();
    if (free != 0 && free != 2) {
      fail("somebody buys both seats, and meanwhile " + free + " of 2 is free");
    }
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

  @Explore
  @DisplayName("a seat that comes back meanwhile is sold or free")
  @Graded(points = 1, read = "lesson 03, \"Everybody locks\"")
  void whatComesBackIsNotLost() throws InterruptedException {
    var booth = new TicketBooth(1);
    booth.buy(1);
    var other = Thread.ofPlatform().name("other").start(() -> booth.giveBack(1));
    var mine = booth.buy(1);
    other.join();
    var free = booth.free();
    assertEquals(
        1, mine.size() + free, "1 seat, given back: sold " + mine + ", and " + free + " free");
  }
}
