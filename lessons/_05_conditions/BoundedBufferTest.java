package _05_conditions;

import static _05_conditions.BufferMethod.OFFER;
import static _05_conditions.BufferMethod.POLL;
import static _05_conditions.BufferMethod.PUT;
import static _05_conditions.BufferMethod.TAKE;
import static _05_conditions.TestThreads.start;
import static java.lang.Thread.State.RUNNABLE;
import static java.util.concurrent.TimeUnit.DAYS;
import static java.util.concurrent.TimeUnit.MICROSECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import _05_conditions.exercise.BoundedBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.Graded;
import workbook.explore.Explore;
import workbook.explore.calls.AnyValue;
import workbook.explore.calls.ConcurrentCalls;

/// The graded tests of BoundedBuffer. Cooks put dishes in, guests take them out.
///
/// All but one are explored: within the bound, threads are stopped at any step and wake for no
/// reason. Time is the explorer's own, so an hour passes as soon as nobody has anything else to do.
class BoundedBufferTest {
  private static final List<String> MENU = List.of("soup", "pie", "cake", "pie");

  private Buffer<String> buffer;
  private BufferCalls calls;

  /// Not explored, because one thread has no order to choose.
  @Test
  @DisplayName("one thread gets back what it put, in the same order")
  @Graded(points = 1, read = "lesson 05, \"Five places\"")
  void firstInFirstOut() throws InterruptedException {
    for (var places : List.of(1, 2, 3, 5, 200)) {
      buffer = new BoundedBuffer<>(places);
      fillAndEmpty(places, 0);
      fillAndEmpty(places, 1);
    }
  }

  /// Moves every second item with the methods that may give up.
  private void fillAndEmpty(int places, int first) throws InterruptedException {
    for (var item = 0; item < places; item++) {
      if (item % 2 == first) {
        buffer.put(dish(item));
      } else {
        assertTrue(buffer.offer(dish(item), 0, SECONDS), "offer with a free place");
      }
      assertEquals(item + 1, buffer.size(), "items after one more was put");
    }
    assertFalse(buffer.offer("ham", 0, SECONDS), "offer with all places taken");
    for (var item = 0; item < places; item++) {
      var got = item % 2 == first ? buffer.take() : buffer.poll(0, SECONDS);
      assertEquals(dish(item), got, "item number %d of %d".formatted(item + 1, places));
      assertEquals(places - item - 1, buffer.size(), "items after one more was taken");
    }
    assertNull(buffer.poll(0, SECONDS), "poll with nothing there");
  }

  private static String dish(int item) {
    return MENU.get(item % MENU.size());
  }

  @Explore(preemptions = 0)
  @DisplayName("null and a buffer without a place are refused, and nothing changes")
  @Graded(points = 1, read = "lesson 04, \"A purse\"")
  void refusesWhatItCannotHold() throws InterruptedException {
    int none = AnyValue.of(0, -1, Integer.MIN_VALUE);
    assertThrows(
        IllegalArgumentException.class,
        () -> new BoundedBuffer<String>(none),
        () -> "a buffer of %d places".formatted(none));
    var method = AnyValue.of(PUT, TAKE);
    prepare(method, 1);
    var items = buffer.size();
    assertThrows(NullPointerException.class, () -> buffer.put(null), "put(null)");
    assertThrows(NullPointerException.class, () -> buffer.offer(null, 1, DAYS), "offer(null)");
    assertEquals(items, buffer.size(), "items after null was refused");
    var other = start("other", () -> calls.call(method.opposite()[0], "tea"));
    other.join();
    calls.assertNothingIsLost();
  }

  @Explore
  @DisplayName("calls of several threads return what they could return one after the other")
  @Graded(points = 1, read = "lesson 04, \"A purse\"")
  void callsTakeEffectAtOneMoment() throws InterruptedException {
    switch (AnyValue.of("room for all", "no item", "no place")) {
      case "room for all" ->
          drained(
                  concurrent(7)
                      .first("put(soup)", buffer -> put(buffer, "soup"))
                      .first("put(cake)", buffer -> put(buffer, "cake"))
                      .first("put(pie)", buffer -> put(buffer, "pie"))
                      .call("put(tea)", buffer -> put(buffer, "tea"))
                      .call("take()", Buffer::take)
                      .call("offer(milk, 0)", buffer -> buffer.offer("milk", 0, SECONDS))
                      .call("poll(0)", buffer -> buffer.poll(0, SECONDS)))
              .check(12);
      case "no item" -> drained(inTime(concurrent(1))).check(3);
      default ->
          drained(inTime(concurrent(1).first("put(soup)", buffer -> put(buffer, "soup")))).check(3);
    }
  }

  private static ConcurrentCalls<Buffer<String>> concurrent(int places) {
    return ConcurrentCalls.of(() -> new BoundedBuffer<>(places), () -> new OneThreadBuffer(places));
  }

  /// The calls that return whatever the others do.
  private static ConcurrentCalls<Buffer<String>> inTime(ConcurrentCalls<Buffer<String>> calls) {
    return calls
        .call("offer(tea, 1 µs)", buffer -> buffer.offer("tea", 1, MICROSECONDS))
        .call("poll(1 µs)", buffer -> buffer.poll(1, MICROSECONDS));
  }

  private static ConcurrentCalls<Buffer<String>> drained(ConcurrentCalls<Buffer<String>> calls) {
    calls.last("size()", Buffer::size);
    for (var item = 0; item < 7; item++) {
      calls.last("poll(0)", buffer -> buffer.poll(0, SECONDS));
    }
    return calls;
  }

  private static Object put(Buffer<String> buffer, String item) throws InterruptedException {
    buffer.put(item);
    return null;
  }

  @Explore
  @DisplayName("put and offer wait while all places are taken")
  @Graded(points = 1, read = "lesson 05, \"If, or while\"")
  void aFullBufferMakesPutWait() throws InterruptedException {
    var method = AnyValue.of(PUT, OFFER);
    if (AnyValue.of(1, 2) == 1) {
      oneCookWaits(method, AnyValue.of(method.opposite()));
    } else {
      oneOfTwoCooksWaits(method);
    }
  }

  private void oneCookWaits(BufferMethod method, BufferMethod opposite)
      throws InterruptedException {
    prepare(TAKE, 1);
    var cook =
        start(
            "cook",
            () -> {
              calls.call(method, "soup");
              calls.call(method, "cake");
            });
    assertFits();
    calls.call(opposite, "");
    calls.call(opposite, "");
    cook.join();
    assertEquals("[soup, cake]", calls.out(), "what came out, in this order");
    calls.assertNothingIsLost();
  }

  private void oneOfTwoCooksWaits(BufferMethod method) throws InterruptedException {
    prepare(TAKE, 1);
    var first = start("first", () -> calls.call(method, "soup"));
    var second = start("second", () -> calls.call(method, "cake"));
    Thread.sleep(Duration.ofHours(1)); // then neither can go on
    assertFits();
    calls.call(TAKE, "");
    calls.call(TAKE, "");
    first.join();
    second.join();
    calls.assertNothingIsLost();
  }

  private void assertFits() {
    var seen = buffer.size();
    if (seen < 0 || seen > 1) {
      fail(seen + " items in a buffer with one place");
    }
  }

  /// No preemptions and no early time-outs here: after an hour nobody is still on the way.
  @Explore(preemptions = 0)
  @DisplayName("a thread that waits is asleep, and is woken as soon as it can go on")
  @Graded(points = 1, read = "lesson 05, \"Five places\"")
  void whoWaitsSleeps() throws InterruptedException {
    var method = AnyValue.of(BufferMethod.values());
    var opposite = AnyValue.of(method.opposite());
    prepare(method, 1);
    var waiter = start(method.adds() ? "cook" : "guest", () -> calls.call(method, "tea"));
    Thread.sleep(Duration.ofHours(1).plusNanos(7)); // no short sleep ends at this moment
    if (waiter.getState() == RUNNABLE) {
      fail("a %s waited in %s for an hour without sleeping".formatted(waiter.getName(), method));
    }
    var from = System.nanoTime();
    calls.call(opposite, "milk");
    waiter.join();
    var late = System.nanoTime() - from;
    assertEquals(0, late, "nanoseconds that %s slept on after %s".formatted(method, opposite));
    calls.assertNothingIsLost();
  }

  @Explore(preemptions = 1)
  @DisplayName("two wait for a dish, or for a place, and both get on")
  @Graded(points = 1, read = "lesson 05, \"Wake one, or wake all\"")
  void whoeverCanGoOnIsWoken() throws InterruptedException {
    var method = AnyValue.of(BufferMethod.values());
    var alike = AnyValue.of(method.alike());
    var opposite = AnyValue.of(method.opposite());
    prepare(method, AnyValue.of(1, 2));
    var first = start("first", () -> calls.call(method, "tea"));
    var second = start("second", () -> calls.call(alike, "milk"));
    calls.call(opposite, "bread");
    calls.call(opposite, "ham");
    first.join();
    second.join();
    calls.assertNothingIsLost();
  }

  /// No preemptions and no early time-outs here: every thread is in time.
  @Explore(preemptions = 0)
  @DisplayName("offer and poll wait as long as they are told, and no longer")
  @Graded(points = 1, read = "BoundedBuffer.md, hint 4")
  void givesUpInTime() throws InterruptedException {
    var method = AnyValue.of(OFFER, POLL);
    switch (AnyValue.of(0, 1, 2, 3, 4, 5, 6, 7, 8)) {
      case 0 -> waits(method, 0, SECONDS);
      case 1 -> waits(method, -1, MINUTES);
      case 2 -> waits(method, Long.MIN_VALUE, DAYS);
      case 3 -> waits(method, 1, NANOSECONDS);
      case 4 -> waits(method, 1_500, MICROSECONDS);
      case 5 -> waits(method, 999, SECONDS);
      case 6 -> waits(method, 90, MINUTES);
      case 7 -> waits(method, Long.MAX_VALUE, NANOSECONDS);
      default -> waits(method, Long.MAX_VALUE, DAYS);
    }
  }

  /// Somebody waits for a dish or a place that is there after a day.
  private void waits(BufferMethod method, long time, TimeUnit unit) throws InterruptedException {
    prepare(method, AnyValue.of(1, 3));
    Thread.sleep(Duration.ofSeconds(1)); // the clock does not show 0
    var other =
        start(
            "other",
            () -> {
              Thread.sleep(Duration.ofDays(1));
              calls.call(method.opposite()[0], "tea");
            });
    var from = System.nanoTime();
    var inTime = calls.tries(method, "milk", time, unit);
    var waited = System.nanoTime() - from;
    var day = DAYS.toNanos(1);
    var right = Math.clamp(unit.toNanos(time), 0, day);
    if (inTime != (right == day) || Math.abs(waited - right) > 1_000_000) {
      var call = "%s(%,d %s)".formatted(method, time, unit);
      var rule = right == day ? "there was something after" : "its time was over after";
      var end = inTime ? "got on" : "gave up";
      fail("%s %s after %,d ns; %s %,d ns".formatted(call, end, waited, rule, right));
    }
    other.join();
    calls.assertNothingIsLost();
  }

  /// No preemptions and no early time-outs here: every thread is in time.
  @Explore(preemptions = 0)
  @DisplayName("a thread woken for nothing still has the rest of its time, and no more")
  @Graded(points = 1, read = "BoundedBuffer.md, hint 4")
  void theTimeIsGivenOnce() throws InterruptedException {
    var method = AnyValue.of(POLL, OFFER);
    switch (AnyValue.of(9, 12, 10)) {
      case 9 -> wokenForNothing(method, 9);
      case 12 -> wokenForNothing(method, 12);
      default -> wokenAsTimeEnds(method);
    }
  }

  /// Somebody waits for 10 seconds, and is woken after 6; but somebody else is quicker.
  ///
  /// @param seconds until there is another dish or place
  private void wokenForNothing(BufferMethod method, int seconds) throws InterruptedException {
    prepare(method, 1);
    var inTime = new AtomicBoolean();
    var waiter = start("waiter", () -> inTime.set(calls.tries(method, "tea", 10, SECONDS)));
    Thread.sleep(Duration.ofSeconds(6));
    calls.call(method.opposite()[0], "milk");
    var quicker = calls.tries(method, "bread", 0, SECONDS); // not with a fair buffer
    Thread.sleep(Duration.ofSeconds(seconds - 6));
    calls.tries(method.opposite()[1], "ham", 0, SECONDS);
    waiter.join();
    assertEquals(
        !quicker || seconds < 10,
        inTime.get(),
        "%s(10 seconds), woken for nothing after 6, was in time for what came after %d"
            .formatted(method, seconds));
    calls.assertNothingIsLost();
  }

  /// Something comes just as the first one's time is over. If that one gives up, the second one
  /// gets it.
  private void wokenAsTimeEnds(BufferMethod method) throws InterruptedException {
    prepare(method, 1);
    var inTime = new AtomicBoolean();
    var first = start("first", () -> inTime.set(calls.tries(method, "tea", 10, SECONDS)));
    Thread.sleep(Duration.ofSeconds(3));
    var second = start("second", () -> calls.call(method.alike()[0], "milk"));
    Thread.sleep(Duration.ofSeconds(7));
    calls.call(method.opposite()[0], "bread");
    first.join();
    if (inTime.get()) {
      calls.call(method.opposite()[0], "ham");
    }
    second.join();
    calls.assertNothingIsLost();
  }

  @Explore
  @DisplayName("an interrupt ends every wait, and the buffer works on")
  @Graded(points = 1, read = "lesson 05, \"The last item\"")
  void anInterruptEndsTheWaiting() throws InterruptedException {
    var method = AnyValue.of(BufferMethod.values());
    prepare(method, 1);
    var items = buffer.size();
    var waiter =
        start(
            method.adds() ? "cook" : "guest",
            () -> {
              try {
                var answer = calls.answer(method, "tea");
                fail(
                    "%s was interrupted, and returned %s; it should have thrown"
                        .formatted(method, answer));
              } catch (InterruptedException e) {
                var still = Thread.currentThread().isInterrupted();
                assertFalse(still, () -> "still interrupted after %s has thrown".formatted(method));
              }
            });
    waiter.interrupt();
    waiter.join();
    assertEquals(items, buffer.size(), () -> "items after %s was interrupted".formatted(method));
    var next = start("next", () -> calls.call(method, "milk"));
    calls.call(method.opposite()[0], "ham");
    next.join();
    calls.assertNothingIsLost();
  }

  @Explore
  @DisplayName("a thread that is called away leaves the dish or the place for others")
  @Graded(points = 1, read = "BoundedBuffer.md, hint 5")
  void anInterruptLosesNothing() throws InterruptedException {
    var method = AnyValue.of(BufferMethod.values());
    prepare(method, 1);
    var early = AnyValue.of(false, true);
    var calledAway = new AtomicBoolean();
    var first =
        start(
            "first",
            () -> {
              try {
                calls.call(method, "tea");
              } catch (InterruptedException e) {
                calledAway.set(true);
                return;
              }
              BufferCalls.untilInterrupted();
            });
    var second = start("second", () -> calls.call(method, "milk"));
    BufferCalls.interruptIf(early, first);
    calls.call(method.opposite()[0], "bread");
    BufferCalls.interruptIf(!early, first);
    first.join();
    if (!calledAway.get()) {
      calls.call(method.opposite()[0], "ham");
    }
    second.join();
    calls.assertNothingIsLost();
  }

  /// Makes a buffer at which this method has to wait: full for those who put, else empty.
  private void prepare(BufferMethod method, int places) throws InterruptedException {
    buffer = new BoundedBuffer<>(places);
    calls = new BufferCalls(buffer);
    for (var item = 0; method.adds() && item < places; item++) {
      calls.call(PUT, dish(item));
    }
  }
}
