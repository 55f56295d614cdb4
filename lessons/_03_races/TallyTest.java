package _03_races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import _03_races.exercise.Tally;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import workbook.Graded;
import workbook.explore.Explore;
import workbook.explore.calls.AnyValue;
import workbook.explore.calls.ConcurrentCalls;

/// The graded tests of Tally.
class TallyTest {
  private final Counter tally = new Tally();

  @Explore
  @DisplayName("one thread adds, and finds the sum at once")
  @Graded(points = 1, read = "the contract, Counter.java")
  void oneThreadAdds() {
    var start = System.nanoTime();
    tally.add(3);
    tally.add(0);
    tally.add(4);
    assertEquals(7, tally.total(), "the total after 3, 0 and 4");
    assertEquals(7, tally.highest(), "the highest after 3, 0 and 4");
    tally.add(1_000_000_000);
    assertEquals(1_000_000_007, tally.total(), "the total after a billion more");
    tally.add(Integer.MAX_VALUE - tally.total());
    assertEquals(Integer.MAX_VALUE, tally.total(), "the total after as much as an int can hold");
    assertEquals(Integer.MAX_VALUE, tally.highest(), "the highest after that");
    assertEquals(start, System.nanoTime(), "nobody else calls, so no call waits; nanoTime()");
    assertEquals(1, Thread.activeCount(), "the threads, now that all calls have returned");
  }

  @Explore
  @DisplayName("drain takes the total, and highest remembers it")
  @Graded(points = 1, read = "the contract, Counter.java")
  void drainStartsAgain() {
    tally.add(500);
    assertEquals(500, tally.drain(), "what drain took after 500 were added");
    assertEquals(0, tally.total(), "the total after it was drained");
    assertEquals(0, tally.drain(), "what the next drain took");
    tally.add(300);
    assertEquals(500, tally.highest(), "the highest after 500, two drains and 300");
    assertEquals(300, tally.drain(), "what was drained after 300 more");
    tally.add(501);
    assertEquals(501, tally.highest(), "the highest after a drain and 501");
  }

  @Explore
  @DisplayName("each of two tallies has a count of its own")
  @Graded(points = 1, read = "lesson 03, \"Five threads, a million each\"")
  void eachCountsForItself() {
    var another = new Tally();
    tally.add(5);
    assertEquals(0, another.total(), "the total of another tally, to which nothing was added");
    assertEquals(0, another.highest(), "the highest of another tally");
  }

  @Explore
  @DisplayName("two threads add one each: the total is 2")
  @Graded(points = 1, read = "lesson 03, \"Without the barrier\"")
  void twoThreadsLoseNothing() throws InterruptedException {
    var other = Thread.ofPlatform().name("other").start(() -> tally.add(1));
    tally.add(1);
    var soon = tally.total();
    other.join();
    if (soon < 1) {
      fail("one thread added 1, and then found the total " + soon);
    }
    assertEquals(2, tally.total(), "the total after two threads added one each");
    assertEquals(2, tally.highest(), "the highest after two threads added one each");
  }

  @Explore
  @DisplayName("what is added during a drain is in it, or left for later")
  @Graded(points = 1, read = "lesson 03, \"Two buyers, one ticket\"")
  void nothingIsLostInADrain() throws InterruptedException {
    tally.add(5);
    var other = Thread.ofPlatform().name("other").start(() -> tally.add(3));
    var drained = tally.drain();
    other.join();
    var left = tally.total();
    assertEquals(8, drained + left, "5 and 3 were added; drained " + drained + ", left " + left);
    assertEquals(
        drained, tally.highest(), "5 was there, 3 was added, " + drained + " drained: the highest");
  }

  @Explore
  @DisplayName("whoever looks finds the total and the highest both before an addition, or after")
  @Graded(points = 1, read = "lesson 03, \"Everybody locks\"")
  void additionsAreOneStep() throws InterruptedException {
    var other = Thread.ofPlatform().name("other").start(() -> tally.add(4));
    var before = tally.highest();
    var total = tally.total();
    var after = tally.highest();
    other.join();
    if (before > total) {
      fail("the highest was " + before + ", and then the total was " + total);
    }
    if (total > after) {
      fail("the total was " + total + ", and then the highest was " + after);
    }
  }

  @Explore(preemptions = 1, overtaken = BusyRival.OFTEN)
  @DisplayName("however often others get in first, a call does its work")
  @Graded(points = 1, read = "the contract, Counter.java: never gives up")
  void nobodyGivesUp() throws InterruptedException {
    var added = new AtomicInteger();
    Runnable rivals =
        () -> {
          tally.add(1);
          added.incrementAndGet();
        };
    var method = AnyValue.of("add", "drain", "total", "highest");
    if (method.equals("add")) {
      BusyRival.beside(() -> add(tally, 5_000), rivals);
      var sum = tally.total();
      assertEquals(5_000 + added.get(), sum, "the total after 5000 and %s".formatted(added));
      return;
    }
    tally.add(5_000);
    if (method.equals("drain")) {
      int drained = BusyRival.beside(tally::drain, rivals);
      if (drained < 5_000) {
        fail("5000 were there, and " + drained + " were drained");
      }
      var sum = drained + tally.total();
      assertEquals(5_000 + added.get(), sum, "drained and left, of 5000 and %s".formatted(added));
    } else {
      Supplier<Integer> look = method.equals("total") ? tally::total : tally::highest;
      int seen = BusyRival.beside(look, rivals);
      if (seen < 5_000 || seen > 5_000 + added.get()) {
        fail("the %s of 5000, and of %s added meanwhile, was %d".formatted(method, added, seen));
      }
    }
  }

  @Explore
  @DisplayName("a negative amount is refused, and the others go on")
  @Graded(points = 1, read = "lesson 03, \"Five threads, a million each\": finally")
  void aRefusalHarmsNobody() throws InterruptedException {
    var other =
        Thread.ofPlatform()
            .name("other")
            .start(
                () -> {
                  isRefused(-1);
                  isRefused(Integer.MIN_VALUE);
                });
    tally.add(2);
    other.join();
    assertEquals(2, tally.total(), "the total after 2 was added and -1 was refused");
    assertEquals(2, tally.highest(), "the highest after 2 was added and -1 was refused");
  }

  private Object isRefused(int amount) {
    return assertThrows(
        IllegalArgumentException.class,
        () -> tally.add(amount),
        "a negative amount must be refused");
  }

  @Explore
  @DisplayName("an interrupted thread counts like any other, and stays interrupted")
  @Graded(points = 1, read = "the contract, Counter.java: interrupted")
  void anInterruptEndsNoCall() throws InterruptedException {
    var drained = new AtomicInteger();
    var other =
        Thread.ofPlatform()
            .name("interrupted")
            .start(
                () -> {
                  interruptedIn("add(3)", () -> add(tally, 3));
                  var total = interruptedIn("total()", tally::total);
                  var highest = interruptedIn("highest()", tally::highest);
                  drained.set(interruptedIn("drain()", tally::drain));
                  interruptedIn("add(-1)", () -> isRefused(-1));
                  if (total < 3 || highest < total || highest > 5) {
                    fail("3 and 2 are added: the total " + total + ", then the highest " + highest);
                  }
                });
    tally.add(2);
    other.join();
    assertEquals(5, drained.get() + tally.total(), "3 and 2 were added; drained and left");
  }

  private static <T> T interruptedIn(String call, Supplier<T> method) {
    Thread.currentThread().interrupt();
    var answer = method.get();
    assertTrue(Thread.interrupted(), "whether " + call + " left its thread interrupted");
    return answer;
  }

  @Explore
  @DisplayName("whatever several threads call, each call takes effect at one moment")
  @Graded(points = 1, read = "the contract, Counter.java: takes effect")
  void eachCallTakesEffectAtOneMoment() throws InterruptedException {
    ConcurrentCalls.of(() -> tally, PlainCounter::new)
        .first("add(1000)", one -> add(one, 1000))
        .call("add(130)", one -> add(one, 130))
        .call("total()", Counter::total)
        .call("drain()", Counter::drain)
        .call("highest()", Counter::highest)
        .last("total()", Counter::total)
        .last("highest()", Counter::highest)
        .check(13);
  }

  private static Object add(Counter counter, int amount) {
    counter.add(amount);
    return null;
  }

  /// What the contract says when one thread counts.
  private static final class PlainCounter implements Counter {
    private int total;
    private int highest;

    @Override
    public void add(int amount) {
      total += amount;
      highest = Math.max(highest, total);
    }

    @Override
    public int total() {
      return total;
    }

    @Override
    public int drain() {
      var all = total;
      total = 0;
      return all;
    }

    @Override
    public int highest() {
      return highest;
    }
  }
}
