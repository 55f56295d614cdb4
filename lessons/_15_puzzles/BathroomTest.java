package _15_puzzles;

import static _15_puzzles.Washroom.Sign.MEN;
import static _15_puzzles.Washroom.Sign.WOMEN;
import static java.lang.Thread.State.RUNNABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import _05_conditions.TestThreads;
import _15_puzzles.Washroom.Sign;
import _15_puzzles.exercise.Bathroom;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import workbook.Graded;
import workbook.explore.Explore;
import workbook.explore.calls.AnyValue;

/// The graded tests of Bathroom. All are explored: threads are stopped at any step, and wake for no
/// reason.
class BathroomTest {
  private Washroom room;
  private final AtomicInteger women = new AtomicInteger();
  private final AtomicInteger men = new AtomicInteger();

  private AtomicInteger count(Sign sign) {
    return sign == WOMEN ? women : men;
  }

  private static Sign other(Sign sign) {
    return sign == WOMEN ? MEN : WOMEN;
  }

  @Explore(preemptions = 0)
  @DisplayName(
      "one thread: they come and go; whoever is not there cannot leave; nonsense is refused")
  @Graded(points = 1, read = "the contract, Washroom.java")
  void comeAndGo() throws InterruptedException {
    refusesNonsense();
    var sign = AnyValue.of(WOMEN, MEN);
    int places = AnyValue.of(1, 2, 200);
    room = new Bathroom(places);
    var another = new Bathroom(1);
    another.enter(other(sign));
    for (var n = 1; n <= places; n++) {
      room.enter(sign);
      assertEquals(n, room.inside(), "inside, after one more %s came in".formatted(sign));
    }
    illegal("leave(" + other(sign) + ") with only " + sign + " inside", other(sign));
    assertEquals(places, room.inside(), "inside, after a leave that was refused");
    for (var n = places - 1; n >= 0; n--) {
      room.leave(sign);
      assertEquals(n, room.inside(), "inside, after one more %s went out".formatted(sign));
    }
    illegal("leave(" + sign + ") with nobody inside", sign);
    room.enter(other(sign));
    assertEquals(1, room.inside(), "inside, after all had left and one of the others came in");
    illegal("leave(" + sign + ") with only " + other(sign) + " inside", sign);
    assertEquals(1, Thread.activeCount(), "the threads, now that all calls have returned");
  }

  private void illegal(String what, Sign sign) {
    assertThrows(IllegalStateException.class, () -> room.leave(sign), what);
  }

  private void refusesNonsense() throws InterruptedException {
    for (var none : new int[] {0, -1, Integer.MIN_VALUE}) {
      assertThrows(
          IllegalArgumentException.class, () -> new Bathroom(none), "a bathroom of " + none);
    }
    room = new Bathroom(1);
    assertThrows(NullPointerException.class, () -> room.enter(null), "enter(null)");
    assertThrows(NullPointerException.class, () -> room.leave(null), "leave(null)");
    assertEquals(0, room.inside(), "inside, after enter(null) was refused");
    room.enter(MEN);
    assertThrows(NullPointerException.class, () -> room.enter(null), "enter(null)");
    assertThrows(NullPointerException.class, () -> room.leave(null), "leave(null)");
    assertEquals(1, room.inside(), "inside, after leave(null) was refused");
  }

  @Explore
  @DisplayName("two threads leave for the same one: one of them is refused")
  @Graded(points = 1, read = "lesson 03, \"Two buyers, one ticket\"")
  void eachLeavesOnce() throws InterruptedException {
    room = new Bathroom(2);
    room.enter(MEN);
    var refused = new AtomicInteger();
    Runnable leave =
        () -> {
          try {
            room.leave(MEN);
          } catch (IllegalStateException nobodyInside) {
            refused.incrementAndGet();
          }
        };
    var other = Thread.ofPlatform().name("other").start(leave);
    leave.run();
    other.join();
    assertEquals(1, refused.get(), "refused, when two threads leave and one man is inside");
    assertEquals(0, room.inside(), "inside, after the only one left");
    room.enter(WOMEN);
    assertEquals(1, room.inside(), "inside, after all had left and one woman came in");
  }

  private void visit(Sign sign, int places) throws InterruptedException {
    room.enter(sign);
    var mine = count(sign).incrementAndGet();
    if (count(other(sign)).get() > 0) {
      fail("women and men are inside");
    }
    if (mine > places) {
      fail("%d inside, and there are %d places".formatted(mine, places));
    }
    count(sign).decrementAndGet();
    room.leave(sign);
  }

  @Explore
  @DisplayName("women and men never meet inside")
  @Graded(points = 1, read = "lesson 15, \"One bathroom\"")
  void theyNeverMeet() throws InterruptedException {
    room = new Bathroom(2);
    var man = TestThreads.start("man", () -> visit(MEN, 2));
    visit(WOMEN, 2);
    man.join();
    assertEquals(0, room.inside(), "inside, after all have left");
  }

  @Explore
  @DisplayName("there are never more inside than places")
  @Graded(points = 1, read = "lesson 15, \"A key on a hook\"")
  void neverTooMany() throws InterruptedException {
    room = new Bathroom(1);
    room.enter(WOMEN);
    var second = TestThreads.start("second", this::leaveAndVisit);
    var seen = room.inside();
    if (seen != 0 && seen != 1) {
      fail("a woman leaves, a man comes: 1 at most, and inside() gives " + seen);
    }
    visit(MEN, 1);
    second.join();
    assertEquals(0, room.inside(), "inside, after all have left");
  }

  private void leaveAndVisit() throws InterruptedException {
    room.leave(WOMEN);
    visit(MEN, 1);
  }

  @Explore
  @DisplayName("those of one sign are inside together, and may leave in any order")
  @Graded(points = 1, read = "lesson 15, \"Readers and writers\"")
  void together() throws InterruptedException {
    var sign = AnyValue.of(WOMEN, MEN);
    room = new Bathroom(2);
    var both = new CountDownLatch(2);
    var second = TestThreads.start("second", () -> meet(sign, both));
    meet(sign, both);
    second.join();
    assertEquals(0, room.inside(), "inside, after both have left");
  }

  private void meet(Sign sign, CountDownLatch all) throws InterruptedException {
    room.enter(sign);
    all.countDown();
    all.await();
    room.leave(sign);
  }

  @Explore(preemptions = 1)
  @DisplayName("when the last one leaves, everyone who was waiting for that goes in")
  @Graded(points = 1, read = "lesson 05, \"Wake one, or wake all\"")
  void allGoIn() throws InterruptedException {
    var sign = AnyValue.of(WOMEN, MEN);
    room = new Bathroom(2);
    room.enter(sign);
    room.enter(sign);
    var both = new CountDownLatch(2);
    var first = TestThreads.start("first", () -> meet(other(sign), both));
    Thread.sleep(Duration.ofHours(1)); // it waits
    var second = TestThreads.start("second", () -> meet(other(sign), both)); // comes any time
    room.leave(sign);
    room.leave(sign);
    first.join();
    second.join();
    assertEquals(0, room.inside(), "inside, after all have left");
  }

  @Explore(preemptions = 1)
  @DisplayName("a free place is taken by one who can, whoever else waits")
  @Graded(points = 1, read = "the contract, Washroom.java: whoever can go in does so")
  void aFreePlaceIsTaken() throws InterruptedException {
    var sign = AnyValue.of(WOMEN, MEN);
    room = new Bathroom(2);
    room.enter(sign);
    room.enter(sign);
    var others = TestThreads.start("other", () -> visit(other(sign), 2));
    var third = TestThreads.start("third", () -> room.enter(sign));
    room.leave(sign);
    third.join(); // one of the first two stays until then
    assertEquals(2, room.inside(), "inside: one of the first two, and the third");
    room.leave(sign);
    room.enter(sign); // it need not wait for the one outside
    room.leave(sign);
    room.leave(sign);
    others.join();
  }

  @Explore
  @DisplayName("an interrupt ends the wait, and whoever was called away is not inside")
  @Graded(points = 1, read = "the contract, Washroom.java: interrupted")
  void calledAway() throws InterruptedException {
    room = new Bathroom(1);
    room.enter(WOMEN);
    var sign = AnyValue.of(WOMEN, MEN);
    var waiter =
        Thread.ofPlatform().name("waiter").start(() -> assertInterrupted(sign, "while it waited"));
    waiter.interrupt();
    waiter.join();
    assertEquals(1, room.inside(), "inside, after one was called away from outside");
    var next = TestThreads.start("next", () -> room.enter(other(sign)));
    room.leave(WOMEN);
    next.join(); // whoever was called away takes nobody's turn
    assertEquals(1, room.inside(), "inside, after one was called away, one left, one came in");
    room.leave(other(sign));
    assertEquals(0, room.inside(), "inside, after one was called away, and the others left");
    room.enter(sign);
  }

  private void assertInterrupted(Sign sign, String when) {
    assertThrows(InterruptedException.class, () -> room.enter(sign), "enter, interrupted " + when);
    assertFalse(Thread.interrupted(), "still interrupted after enter has thrown, " + when);
  }

  @Explore(preemptions = 1)
  @DisplayName("a thread that is interrupted when it calls does not go in, but can leave")
  @Graded(points = 1, read = "the contract, Washroom.java: interrupted")
  void interruptedBefore() throws InterruptedException {
    room = new Bathroom(2);
    Thread.currentThread().interrupt();
    assertInterrupted(MEN, "before, with nobody inside");
    assertEquals(0, room.inside(), "inside, after an interrupted thread was refused");
    room.enter(WOMEN);
    Thread.currentThread().interrupt();
    assertInterrupted(WOMEN, "before, with a place free");
    Thread.currentThread().interrupt();
    assertEquals(1, room.inside(), "inside, asked by an interrupted thread");
    room.leave(WOMEN);
    assertTrue(Thread.interrupted(), "whether inside() and leave left their thread interrupted");
    room.enter(MEN);
    interruptedAsItGoesIn();
  }

  private void interruptedAsItGoesIn() throws InterruptedException {
    room = new Bathroom(1);
    room.enter(WOMEN);
    var waiter = TestThreads.start("waiter", this::visitInterrupted);
    var next = TestThreads.start("next", () -> room.enter(MEN));
    Thread.sleep(Duration.ofHours(1)); // both wait
    waiter.interrupt();
    room.leave(WOMEN);
    waiter.join();
    next.join(); // the place is free for this one, or becomes free when the waiter leaves
    assertEquals(1, room.inside(), "inside, after one left and one came in");
  }

  private void visitInterrupted() throws InterruptedException {
    try {
      room.enter(MEN);
    } catch (InterruptedException calledAway) {
      return;
    }
    assertTrue(Thread.interrupted(), "went in as it was interrupted; whether it still is");
    room.leave(MEN);
  }

  /// No preemptions here: after an hour nobody is still on the way.
  @Explore(preemptions = 0)
  @DisplayName("whoever waits is asleep")
  @Graded(points = 1, read = "lesson 05, \"Five places\"")
  void whoWaitsSleeps() throws InterruptedException {
    var sign = AnyValue.of(WOMEN, MEN);
    room = new Bathroom(1);
    room.enter(WOMEN);
    var waiter = TestThreads.start("waiter", () -> room.enter(sign));
    Thread.sleep(Duration.ofHours(1).plusNanos(7)); // no short sleep ends at this moment
    if (waiter.getState() == RUNNABLE) {
      fail("somebody has waited for an hour, and is awake");
    }
    illegal("leave(MEN) with only WOMEN inside, whoever waits", MEN);
    room.leave(WOMEN);
    waiter.join();
    assertEquals(1, room.inside(), "inside, after one left and one came in");
  }
}
