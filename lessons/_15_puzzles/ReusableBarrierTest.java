package _15_puzzles;

import static java.lang.Thread.State.RUNNABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import _05_conditions.TestThreads;
import _15_puzzles.exercise.ReusableBarrier;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import workbook.Graded;
import workbook.explore.Explore;
import workbook.explore.calls.AnyValue;

/// The graded tests of ReusableBarrier. All are explored: threads are stopped at any step, and wake
/// for no reason.
class ReusableBarrierTest {
  @Explore(preemptions = 0)
  @DisplayName("a barrier for one lets its thread through, round after round")
  @Graded(points = 1, read = "the contract, MeetingPoint.java")
  void aloneItNeverWaits() throws InterruptedException {
    for (var none : new int[] {0, -1, Integer.MIN_VALUE}) {
      assertThrows(
          IllegalArgumentException.class, () -> new ReusableBarrier(none), "a barrier for " + none);
    }
    var another = new ReusableBarrier(1);
    assertEquals(1, another.await(), "the first round of another barrier");
    var barrier = new ReusableBarrier(1);
    for (var round = 1; round <= 200; round++) {
      assertEquals(0, barrier.waiting(), "waiting before round " + round);
      assertEquals(round, barrier.await(), "the number of the round");
    }
    assertEquals(0, barrier.waiting(), "waiting after all rounds");
    assertEquals(1, Thread.activeCount(), "the threads, now that all calls have returned");
  }

  @Explore
  @DisplayName("nobody goes on before the other has come")
  @Graded(points = 1, read = "lesson 03, \"Counting at a barrier\"")
  void eachWaitsForTheOther() throws InterruptedException {
    var barrier = new ReusableBarrier(2);
    var come = new boolean[2]; // plain: the barrier orders it
    var other = TestThreads.start("other", () -> meet(barrier, come, 1));
    meet(barrier, come, 0);
    other.join();
    assertEquals(0, barrier.waiting(), "waiting after the only round");
  }

  private static void meet(MeetingPoint barrier, boolean[] come, int me)
      throws InterruptedException {
    come[me] = true;
    assertEquals(1, barrier.await(), "the number of the first round");
    assertTrue(come[1 - me], "one went on, and the other had come");
    assertEquals(0, barrier.waiting(), "waiting, when one of the only round has gone on");
  }

  @Explore
  @DisplayName("two threads meet twice, and neither gets a round ahead")
  @Graded(points = 2, read = "lesson 15, \"Round after round\"")
  void roundAfterRound() throws InterruptedException {
    var barrier = new ReusableBarrier(2);
    var reached = new AtomicInteger[] {new AtomicInteger(), new AtomicInteger()};
    var other = TestThreads.start("other", () -> twoRounds(barrier, reached, 1));
    twoRounds(barrier, reached, 0);
    other.join();
    assertEquals(0, barrier.waiting(), "waiting after two rounds");
  }

  private static void twoRounds(MeetingPoint barrier, AtomicInteger[] reached, int me)
      throws InterruptedException {
    for (var round = 1; round <= 2; round++) {
      reached[me].set(round);
      assertEquals(round, barrier.await(), "the number of the round");
      if (reached[1 - me].get() < round) {
        fail("one went on after round %d, and the other had not come".formatted(round));
      }
    }
  }

  @Explore(preemptions = 1)
  @DisplayName("three threads meet twice, and all go on")
  @Graded(points = 1, read = "lesson 05, \"Wake one, or wake all\"")
  void allGoOn() throws InterruptedException {
    var barrier = new ReusableBarrier(3);
    var second = TestThreads.start("second", () -> meetTwice(barrier));
    var third = TestThreads.start("third", () -> meetTwice(barrier));
    var seen = barrier.waiting();
    if (seen < 0 || seen > 2) {
      fail("2 of 3 come, and waiting() gives " + seen);
    }
    meetTwice(barrier);
    second.join();
    third.join();
    assertEquals(0, barrier.waiting(), "waiting after two rounds");
  }

  private static void meetTwice(MeetingPoint barrier) throws InterruptedException {
    assertEquals(1, barrier.await(), "the number of the first round");
    assertEquals(2, barrier.await(), "the number of the second round");
  }

  @Explore(preemptions = 1)
  @DisplayName("four threads come to a barrier for two: two rounds of two")
  @Graded(points = 1, read = "the contract, MeetingPoint.java: also more than the barrier is for")
  void moreThanItIsFor() throws InterruptedException {
    var barrier = new ReusableBarrier(2);
    var sum = new AtomicInteger();
    var threads = new Thread[3];
    for (var n = 0; n < threads.length; n++) {
      threads[n] = TestThreads.start("thread " + n, () -> sum.addAndGet(barrier.await()));
    }
    sum.addAndGet(barrier.await());
    for (var thread : threads) {
      thread.join();
    }
    assertEquals(1 + 1 + 2 + 2, sum.get(), "the numbers of the rounds of four threads, added up");
  }

  @Explore
  @DisplayName("whoever is interrupted has not come, and another one may come")
  @Graded(points = 1, read = "the contract, MeetingPoint.java: interrupted")
  void calledAway() throws InterruptedException {
    var barrier = new ReusableBarrier(2);
    var away = Thread.ofPlatform().name("called away").start(() -> assertInterrupted(barrier));
    away.interrupt();
    away.join();
    assertEquals(0, barrier.waiting(), "waiting, after one came and was called away");
    var other = TestThreads.start("other", () -> assertEquals(1, barrier.await(), "the round"));
    assertEquals(1, barrier.await(), "the number of the first complete round");
    other.join();
    var again = Thread.ofPlatform().name("again").start(() -> assertInterrupted(barrier));
    again.interrupt();
    again.join();
    assertEquals(0, barrier.waiting(), "waiting in round 2, after one was called away");
    Thread.currentThread().interrupt();
    assertInterrupted(barrier);
    assertEquals(0, barrier.waiting(), "waiting, after an interrupted thread called");
    var alone = new ReusableBarrier(1);
    Thread.currentThread().interrupt();
    assertInterrupted(alone);
    assertEquals(1, alone.await(), "the first round, after an interrupted thread had called");
  }

  private static void assertInterrupted(MeetingPoint barrier) {
    assertThrows(InterruptedException.class, barrier::await, "await, interrupted");
    assertFalse(Thread.interrupted(), "still interrupted after await has thrown");
  }

  /// No preemptions here: after an hour nobody is still on the way.
  @Explore(preemptions = 0)
  @DisplayName("when one is called away, those who have come still count")
  @Graded(points = 1, read = "the contract, MeetingPoint.java: wait for another one in its place")
  void theOthersHaveCome() throws InterruptedException {
    var barrier = new ReusableBarrier(3);
    var stays = TestThreads.start("stays", () -> assertEquals(1, barrier.await(), "the round"));
    var away = Thread.ofPlatform().name("called away").start(() -> assertInterrupted(barrier));
    Thread.sleep(Duration.ofHours(1)); // both wait
    away.interrupt();
    away.join();
    Thread.currentThread().interrupt();
    assertEquals(1, barrier.waiting(), "waiting, after two came and one of them was called away");
    assertTrue(Thread.interrupted(), "whether waiting() left its thread interrupted");
    var other = TestThreads.start("other", () -> assertEquals(1, barrier.await(), "the round"));
    assertEquals(1, barrier.await(), "the number of the first complete round");
    stays.join();
    other.join();
  }

  @Explore
  @DisplayName("an interrupt that comes when the round is complete changes nothing")
  @Graded(points = 1, read = "the contract, MeetingPoint.java: interrupted")
  void interruptedTooLate() throws InterruptedException {
    var barrier = new ReusableBarrier(2);
    var late = TestThreads.start("late", () -> comeTwice(barrier));
    Thread.sleep(Duration.ofHours(1)); // then it waits
    late.interrupt(); // it gives up, or the round is complete before it has done so
    assertEquals(1, barrier.await(), "the number of the round");
    late.join();
    assertEquals(0, barrier.waiting(), "waiting after the only round");
  }

  /// Whoever is called away comes again; whoever goes on is still interrupted.
  private static void comeTwice(MeetingPoint barrier) throws InterruptedException {
    try {
      assertEquals(1, barrier.await(), "the number of the round");
    } catch (InterruptedException calledAway) {
      assertEquals(1, barrier.await(), "the number of the round");
      return;
    }
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait(); // until it's interrupted, if it isn't yet
    }
  }

  /// No preemptions here: after an hour nobody is still on the way.
  @Explore(preemptions = 0)
  @DisplayName("whoever waits is asleep")
  @Graded(points = 1, read = "lesson 05, \"Five places\"")
  void whoWaitsSleeps() throws InterruptedException {
    int threads = AnyValue.of(2, 3);
    var barrier = new ReusableBarrier(threads);
    var waiters = new Thread[threads - 1];
    for (var n = 0; n < waiters.length; n++) {
      waiters[n] = TestThreads.start("waiter " + n, barrier::await);
    }
    Thread.sleep(Duration.ofHours(1).plusNanos(7)); // no short sleep ends at this moment
    assertEquals(threads - 1, barrier.waiting(), "waiting, all but one have come");
    for (var waiter : waiters) {
      if (waiter.getState() == RUNNABLE) {
        fail(waiter.getName() + " has waited for an hour, and is awake");
      }
    }
    barrier.await();
    for (var waiter : waiters) {
      waiter.join();
    }
  }
}
