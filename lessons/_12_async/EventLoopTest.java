package _12_async;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import _12_async.CallbackLoop.TimerHandle;
import _12_async.exercise.EventLoop;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.DisplayName;
import workbook.Graded;
import workbook.explore.Explore;

/// The graded tests of EventLoop. A waiter serves all tables; each callback is something to bring.
///
/// All are explored: every order of steps is tried, threads wake for no reason, limits run out
/// early. Time is the explorer's own: an hour passes as soon as everybody waits for it.
class EventLoopTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration YEARS = Duration.ofDays(73_050);
  private static final Runnable NOTHING = () -> {};

  private final List<String> served = new CopyOnWriteArrayList<>();
  private final long began = System.nanoTime();

  @Explore
  @DisplayName("what is submitted first runs first, once, on the thread that runs the loop")
  @Graded(points = 1, read = "CallbackLoop.java: rounds")
  void oneAfterTheOther() throws InterruptedException {
    var loop = newLoop();
    loop.runUntilIdle(); // returns at once
    var threads = new ArrayList<Thread>();
    Runnable bread =
        () -> {
          served.add("bread");
          threads.add(Thread.currentThread());
        };
    loop.callSoon(bread);
    loop.callSoon(() -> served.add("soup"));
    loop.callSoon(bread);
    loop.callSoon(() -> served.add("cake"));
    assertServed("[]", "served before anybody ran the loop");
    loop.runUntilIdle();
    assertServed("[bread, soup, bread, cake]", "served by the first runUntilIdle()");
    var me = Thread.currentThread();
    assertEquals(List.of(me, me), threads, "threads that ran a callback");
    loop.runUntilIdle();
    loop.callSoon(() -> served.add("bill"));
    loop.runUntilIdle();
    assertServed("[bread, soup, bread, cake, bill]", "served by three calls of runUntilIdle()");
  }

  @Explore
  @DisplayName("what a callback submits runs in a later round, so nobody waits for ever")
  @Graded(points = 1, read = "CallbackLoop.java: rounds")
  void roundByRound() throws InterruptedException {
    var loop = newLoop();
    loop.callLater(Duration.ZERO, () -> served.add("d"));
    loop.callSoon(
        () -> {
          served.add("a");
          loop.callLater(Duration.ZERO, () -> served.add("g"));
          loop.callSoon(
              () -> {
                served.add("e");
                loop.callSoon(() -> served.add("h"));
              });
          loop.callSoon(() -> served.add("f"));
        });
    loop.callSoon(() -> served.add("b"));
    loop.callSoon(() -> served.add("c"));
    loop.runUntilIdle();
    assertServed("[a, b, c, d, e, f, g, h]", "first round: a b c, timer d; a submits e f, timer g");

    served.clear();
    loop.callLater(SECOND.multipliedBy(3), () -> served.add("timer"));
    serveAgain(loop, again -> loop.callSoon(again));
    loop.runUntilIdle();
    assertServed(
        "[again, again, again, again, timer, end]", "a callback of 1 s, and a timer due at 3 s");

    served.clear();
    loop.callLater(Duration.ZERO, () -> loop.callSoon(() -> served.add("soon")));
    serveAgain(loop, again -> loop.callLater(Duration.ZERO, again));
    loop.runUntilIdle();
    assertServed("[again, soon, end]", "a timer of 0 s that starts itself again and again");
  }

  /// Submits a callback that takes a second, and then submits itself again, until another ran. It
  /// gives up after 20 rounds.
  private void serveAgain(CallbackLoop loop, Consumer<Runnable> submit) {
    submit.accept(
        new Runnable() {
          @Override
          public void run() {
            if (served.contains("timer") || served.contains("soon")) {
              served.add("end");
            } else if (served.size() < 20) {
              served.add("again");
              pause(SECOND);
              submit.accept(this);
            }
          }
        });
  }

  @Explore
  @DisplayName("timers run when they are due, in that order; until then the loop sleeps")
  @Graded(points = 1, read = "EventLoop.md, hint 2")
  void whenTheyAreDue() throws InterruptedException {
    var loop = newLoop();
    loop.callLater(SECOND.multipliedBy(3), () -> served.add("bill" + now()));
    loop.callLater(SECOND, () -> served.add("soup" + now()));
    loop.callLater(Duration.ofNanos(2_000_000_001), () -> served.add("cake" + now()));
    loop.callLater(Duration.ofMillis(1), () -> served.add("bread" + now()));
    loop.runUntilIdle();
    var each = "[bread at 0.001 s, soup at 1 s, cake at 2.000000001 s, bill at 3 s]";
    assertServed(each, "due at 3 s, 1 s, 2.000000001 s and 0.001 s");

    served.clear();
    for (var seconds : List.of(5, 4, 3, 2, 1)) {
      loop.callLater(SECOND.multipliedBy(seconds), () -> served.add("after " + seconds));
    }
    loop.callSoon(
        () -> {
          pause(SECOND.multipliedBy(7));
          loop.callLater(SECOND, () -> served.add("tea" + now()));
        });
    loop.runUntilIdle();
    each = "[after 1, after 2, after 3, after 4, after 5, tea at 11 s]";
    assertServed(
        each, "5 timers became due while a callback ran, from 3 s to 10 s; then tea in 1 s");

    served.clear();
    for (var seconds : List.of(0, -5, -10)) {
      loop.callLater(SECOND.multipliedBy(seconds), () -> served.add(seconds + " s" + now()));
    }
    loop.callSoon(() -> served.add("soon"));
    loop.runUntilIdle();
    assertServed("[soon, 0 s at 11 s, -5 s at 11 s, -10 s at 11 s]", "due at once, at 11 s");

    served.clear();
    var order = new ArrayList<String>();
    for (var number = 0; number < 200; number++) {
      var guest = "guest " + number;
      order.add(guest);
      loop.callLater(SECOND, () -> served.add(guest));
    }
    loop.runUntilIdle();
    assertEquals(order, served, "200 timers due at the same nanosecond");
  }

  @Explore
  @DisplayName("any delay, and a clock that shows any number, now and later")
  @Graded(points = 1, read = "EventLoop.md, hint 3")
  void anyClock() throws InterruptedException {
    for (var first : List.of(0L, -SECOND.toNanos(), Long.MAX_VALUE - 1_500_000_000)) {
      var clock = "; the clock starts at " + first;
      shortAndLong(startingAt(first), clock);
      overdue(startingAt(first), clock);
    }
    var skipped = new AtomicLong();
    var loop = new EventLoop(() -> System.nanoTime() + skipped.get(), this::tell);
    loop.callLater(HOUR, () -> served.add("pie" + now()));
    loop.callSoon(() -> skipped.addAndGet(HOUR.toNanos()));
    var before = now();
    served.clear();
    loop.runUntilIdle();
    assertServed("[pie" + before + "]", "an hour went by on the loop's clock while a callback ran");
    inTwoHundredYears();
  }

  private static LongSupplier startingAt(long first) {
    var difference = first - System.nanoTime();
    return () -> System.nanoTime() + difference;
  }

  private void shortAndLong(LongSupplier nanoTime, String clock) throws InterruptedException {
    var loop = new EventLoop(nanoTime, this::tell);
    served.clear();
    var never = new ArrayList<TimerHandle>();
    for (var delay :
        List.of(YEARS, Duration.ofNanos(Long.MAX_VALUE), Duration.ofSeconds(Long.MAX_VALUE))) {
      never.add(loop.callLater(delay, () -> served.add("in 200 years or more")));
    }
    loop.callLater(
        SECOND.multipliedBy(3), () -> never.forEach(far -> served.add("" + far.cancel())));
    loop.callLater(SECOND.multipliedBy(2), () -> served.add("2 s"));
    loop.callLater(SECOND, () -> served.add("1 s"));
    loop.callLater(Duration.ofSeconds(Long.MIN_VALUE), () -> served.add("at once"));
    loop.runUntilIdle();
    var expected = "[at once, 1 s, 2 s, true, true, true]";
    assertServed(expected, "timers, named after when they are due; then 3 are cancelled" + clock);
  }

  private void inTwoHundredYears() throws InterruptedException {
    served.clear();
    var loop = newLoop();
    var far = loop.callLater(YEARS, () -> served.add("for our great-grandchildren"));
    var waiter = start("waiter", loop::runUntilIdle);
    loop.callSoon(
        () -> {
          served.add("soup");
          far.cancel();
        });
    waiter.join();
    assertFalse(served.isEmpty(), "runUntilIdle() returned while a timer was pending");
  }

  /// A timer is due for nine seconds when others are submitted.
  private void overdue(LongSupplier nanoTime, String clock) throws InterruptedException {
    var loop = new EventLoop(nanoTime, this::tell);
    served.clear();
    var never = new ArrayList<TimerHandle>();
    loop.callLater(SECOND.multipliedBy(2), () -> served.add("2 s"));
    loop.callSoon(
        () -> {
          pause(SECOND.multipliedBy(11));
          never.add(loop.callLater(Duration.ofNanos(Long.MAX_VALUE), () -> served.add("never")));
          loop.callLater(SECOND, () -> never.getFirst().cancel());
          loop.callLater(Duration.ZERO, () -> served.add("11 s"));
        });
    loop.runUntilIdle();
    assertServed("[2 s, 11 s]", "due since 2 s and since 11 s, when a callback took 11 s" + clock);
  }

  @Explore
  @DisplayName("whatever another thread submits wakes the loop, and runs once")
  @Graded(points = 1, read = "lesson 05, \"A gate\"")
  void fromAnotherThread() throws InterruptedException {
    wokenByCallSoon();
    wokenByCallLater();
    whileItRuns(false);
    whileItRuns(true);
    betweenTwoRounds();
  }

  private void wokenByCallSoon() throws InterruptedException {
    var loop = newLoop();
    loop.callLater(HOUR, NOTHING);
    var ran = new AtomicLong();
    var waiter = start("waiter", loop::runUntilIdle);
    var order = new String[1];
    order[0] = "soup";
    loop.callSoon(
        () -> {
          ran.set(System.nanoTime());
          served.add(order[0]); // what the other thread has written
        });
    var submitted = System.nanoTime();
    waiter.join();
    loop.runUntilIdle(); // if it came too late for the waiter
    assertServed("[soup]", "submitted by another thread with callSoon");
    assertInTime(submitted, ran.get(), "a callback submitted by another thread ran only");
  }

  private void wokenByCallLater() throws InterruptedException {
    served.clear();
    var loop = newLoop();
    loop.callLater(HOUR.multipliedBy(3), NOTHING);
    var ran = new AtomicLong();
    var waiter = start("waiter", loop::runUntilIdle);
    loop.callLater(
        HOUR,
        () -> {
          ran.set(System.nanoTime());
          served.add("soup");
        });
    var submitted = System.nanoTime();
    waiter.join();
    loop.runUntilIdle();
    assertServed("[soup]", "submitted by another thread with callLater");
    assertInTime(submitted + HOUR.toNanos(), ran.get(), "a timer set by another thread ran only");
  }

  /// A guest submits something, and the callback waits for that; or the failure handler does, when
  /// a callback has failed.
  private void whileItRuns(boolean failing) throws InterruptedException {
    served.clear();
    var submitted = new CountDownLatch(1);
    var loop = new EventLoop(System::nanoTime, failure -> awaitQuietly(submitted));
    var guest =
        start(
            "guest",
            () -> {
              loop.callSoon(() -> served.add("cake"));
              loop.callLater(Duration.ZERO, () -> served.add("bill"));
              loop.callLater(HOUR, NOTHING).cancel();
              submitted.countDown();
            });
    loop.callSoon(
        () -> {
          if (failing) {
            throw new IllegalStateException("dropped the soup");
          }
          awaitQuietly(submitted);
        });
    loop.runUntilIdle();
    guest.join();
    loop.runUntilIdle();
    assertServed("[cake, bill]", "submitted by another thread while the loop was busy");
  }

  /// The callback comes before both timers or after both.
  private void betweenTwoRounds() throws InterruptedException {
    served.clear();
    var loop = newLoop();
    loop.callLater(Duration.ZERO, () -> served.add("cake"));
    loop.callLater(Duration.ZERO, () -> served.add("bill"));
    var guest = start("guest", () -> loop.callSoon(() -> served.add("soup")));
    loop.runUntilIdle();
    guest.join();
    loop.runUntilIdle();
    if (!served.equals(List.of("soup", "cake", "bill"))) {
      assertServed("[cake, bill, soup]", "two timers, and soup in their round or in the next");
    }
  }

  @Explore
  @DisplayName("a cancelled timer doesn't run, and nobody waits for it")
  @Graded(points = 1, read = "CallbackLoop.java: TimerHandle")
  void cancelled() throws InterruptedException {
    var loop = newLoop();
    Runnable soup = () -> served.add("soup" + now());
    var first = loop.callLater(SECOND, soup);
    var second = loop.callLater(SECOND, soup);
    var third = loop.callLater(SECOND, soup);
    assertTrue(second.cancel(), "cancel() of a pending timer");
    assertFalse(second.cancel(), "cancel() of a timer that is cancelled already");
    loop.runUntilIdle();
    assertServed("[soup at 1 s, soup at 1 s]", "of three timers with one Runnable, one cancelled");
    assertFalse(first.cancel() || third.cancel(), "cancel() of a timer that has run");

    served.clear();
    var handles = new ArrayList<TimerHandle>();
    handles.add(
        loop.callLater(
            Duration.ZERO,
            () -> {
              served.add("first");
              served.add("itself: " + handles.get(0).cancel());
              served.add("the second: " + handles.get(1).cancel());
            }));
    handles.add(loop.callLater(Duration.ZERO, () -> served.add("second")));
    handles.add(loop.callLater(Duration.ZERO, () -> served.add("third")));
    loop.runUntilIdle();
    var expected = "[first, itself: false, the second: true, third]";
    assertServed(expected, "three timers due at once; the first cancels itself and the second");
    assertFalse(handles.get(1).cancel(), "cancel() of a timer that was cancelled in its round");

    served.clear();
    var pie = loop.callLater(HOUR, () -> served.add("pie"));
    loop.callLater(SECOND, () -> served.add("no pie: " + pie.cancel()));
    loop.runUntilIdle();
    assertServed("[no pie: true]", "a timer was cancelled by a callback");
    assertEquals(" at 2 s", now(), "the end of a loop whose last timer was cancelled at 2 s");
  }

  @Explore
  @DisplayName("cancelled by another thread: it runs or it doesn't, and cancel() says which")
  @Graded(points = 1, read = "lesson 03, \"Two buyers, one ticket\"")
  void cancelledOrRun() throws InterruptedException {
    var loop = newLoop();
    var pie = loop.callLater(Duration.ZERO, () -> served.add("pie"));
    var waiter = start("waiter", loop::runUntilIdle);
    var cancelled = pie.cancel();
    waiter.join();
    var expected = cancelled ? "[]" : "[pie]";
    assertServed(expected, "served; another thread's cancel() returned " + cancelled);

    served.clear();
    var cake = loop.callLater(HOUR, () -> served.add("cake"));
    var ended = new AtomicLong();
    var sleeper =
        start(
            "waiter",
            () -> {
              loop.runUntilIdle();
              ended.set(System.nanoTime());
            });
    if (cake.cancel()) {
      var now = System.nanoTime();
      sleeper.join();
      assertServed("[]", "served; cancel() returned true");
      assertInTime(now, ended.get(), "a loop whose last timer was cancelled returned only");
    } else {
      sleeper.join();
      assertServed("[cake]", "served; cancel() returned false");
    }
  }

  @Explore
  @DisplayName("a callback may throw anything: the handler hears of it, and the loop goes on")
  @Graded(points = 1, read = "EventLoop.md, hint 5")
  void failures() throws InterruptedException {
    var failures = new ArrayList<Throwable>();
    var loops = new ArrayList<CallbackLoop>();
    var loop =
        new EventLoop(
            System::nanoTime,
            failure -> {
              failures.add(failure);
              served.add("!");
              loops.getFirst().callSoon(() -> served.add("sorry"));
              throw sneaky(failures.size() % 2 == 0 ? failure : new IOException("and again"));
            });
    loops.add(loop);
    var thrown =
        List.of(
            new IllegalStateException("dropped the soup"),
            new StackOverflowError("too many plates"),
            new IOException("out of bread"),
            new AssertionError("that's not what I ordered"),
            new InterruptedException("somebody is in a hurry"),
            new Throwable("no words"));
    for (var each : thrown) {
      loop.callSoon(() -> throwNow(each));
      loop.callSoon(() -> served.add("ok"));
    }
    loop.runUntilIdle();
    var round = "!, ok, !, ok, !, ok, !, ok, !, ok, !, ok, ";
    var next = "sorry, sorry, sorry, sorry, sorry, sorry";
    assertServed("[" + round + next + "]", "! is a failure, after which the handler says sorry");
    assertThrown(thrown, failures);

    served.clear();
    failures.clear();
    for (var each : thrown) {
      loop.callLater(SECOND, () -> throwNow(each));
      loop.callLater(SECOND, () -> served.add("ok"));
    }
    loop.runUntilIdle();
    assertServed("[" + round + next + "]", "the same, with timers");
    assertThrown(thrown, failures);
    assertFalse(Thread.interrupted(), "nobody interrupted the thread, and now it says so");
  }

  private static void assertThrown(List<Throwable> thrown, List<Throwable> heard) {
    assertEquals(thrown.size(), heard.size(), "failures that the handler heard of");
    for (var each = 0; each < thrown.size(); each++) {
      assertSame(thrown.get(each), heard.get(each), "what the handler heard of");
    }
  }

  @Explore
  @DisplayName("an interrupt ends the loop between two rounds, and nothing is lost")
  @Graded(points = 1, read = "lesson 05, \"The last item\"")
  void interrupted() throws InterruptedException {
    var loop = newLoop();
    Thread.currentThread().interrupt();
    assertCalledOff(loop, "runUntilIdle() of an idle loop, the thread interrupted before");
    loop.callSoon(() -> served.add("soup"));
    Thread.currentThread().interrupt();
    assertCalledOff(loop, "runUntilIdle() on a thread that was interrupted before");
    assertServed("[]", "served by a thread that was interrupted before");

    loop.callLater(Duration.ZERO, () -> served.add("bread"));
    loop.callSoon(
        () -> {
          loop.callSoon(() -> served.add("pie"));
          loop.callLater(SECOND, () -> served.add("bill"));
          Thread.currentThread().interrupt();
        });
    loop.callSoon(() -> served.add("cake"));
    assertCalledOff(loop, "runUntilIdle(), the thread interrupted by a callback");
    assertServed("[soup, cake, bread]", "served in the round that was interrupted");
    loop.runUntilIdle();
    assertServed("[soup, cake, bread, pie, bill]", "served by the next runUntilIdle(), too");

    loop.callSoon(() -> Thread.currentThread().interrupt());
    assertCalledOff(loop, "runUntilIdle(), the thread interrupted by the last callback");

    served.clear();
    loop.callLater(HOUR, () -> served.add("tea"));
    var ended = new AtomicLong();
    var waiter =
        start(
            "waiter",
            () -> {
              try {
                loop.runUntilIdle();
                assertServed("[tea]", "served when runUntilIdle() returned");
              } catch (InterruptedException calledOff) {
                // before the hour was over
              }
              ended.set(System.nanoTime());
            });
    waiter.interrupt();
    var now = System.nanoTime();
    waiter.join();
    assertInTime(now, ended.get(), "a sleeping loop that was interrupted ended only");
    loop.runUntilIdle();
    assertServed("[tea]", "served in the end, after an interrupt in between");
  }

  private static void assertCalledOff(CallbackLoop loop, String when) {
    assertThrows(InterruptedException.class, loop::runUntilIdle, when);
    assertFalse(Thread.interrupted(), "interrupted status after an InterruptedException");
  }

  @Explore
  @DisplayName("null is refused, and so is running a loop that runs already")
  @Graded(points = 1, read = "CallbackLoop.java: runUntilIdle")
  void refused() throws InterruptedException {
    var npe = NullPointerException.class;
    assertThrows(npe, () -> new EventLoop(null, this::tell), "a loop without a clock");
    assertThrows(npe, () -> new EventLoop(System::nanoTime, null), "a loop without a handler");
    var loop = newLoop();
    assertThrows(npe, () -> loop.callSoon(null), "callSoon(null)");
    assertThrows(npe, () -> loop.callLater(SECOND, null), "callLater(1 s, null)");
    assertThrows(npe, () -> loop.callLater(null, NOTHING), "callLater(null, callback)");
    loop.callSoon(
        () -> {
          for (var time : List.of("once", "twice")) {
            loop.callSoon(() -> served.add(time));
            served.add(run(loop));
            join(start("another", () -> served.add(run(loop))));
          }
        });
    loop.runUntilIdle();
    var expected = "[refused, refused, refused, refused, once, twice]";
    assertServed(expected, "a callback and another thread run the loop, and once more");

    served.clear();
    var atOnce = new AtomicInteger();
    Runnable alone =
        () -> {
          served.add("" + atOnce.incrementAndGet());
          atOnce.decrementAndGet();
        };
    loop.callSoon(
        () -> {
          atOnce.incrementAndGet();
          loop.callSoon(alone);
          atOnce.decrementAndGet();
        });
    var other = start("another", () -> run(loop));
    run(loop);
    other.join();
    assertServed("[1]", "callbacks at a time; two threads called runUntilIdle()");
  }

  private static String run(CallbackLoop loop) {
    try {
      loop.runUntilIdle();
      return "not refused";
    } catch (IllegalStateException itRuns) {
      return "refused";
    } catch (InterruptedException nobodyInterrupts) {
      throw new AssertionError(nobodyInterrupts);
    }
  }

  private CallbackLoop newLoop() {
    return new EventLoop(System::nanoTime, this::tell);
  }

  /// The failure handler where no failure is expected: it tells of it among what was served.
  private void tell(Throwable failure) {
    served.add(failure.toString());
  }

  private void assertServed(String expected, String what) {
    assertEquals(expected, served.toString(), what);
  }

  /// The time since the test began, for example ` at 1.5 s`.
  private String now() {
    var seconds = BigDecimal.valueOf(System.nanoTime() - began, 9).stripTrailingZeros();
    return " at " + seconds.toPlainString() + " s";
  }

  /// Times of [System#nanoTime].
  private static void assertInTime(long expected, long actual, String what) {
    var late = Duration.ofNanos(actual - expected);
    if (late.isPositive()) {
      fail(what + " " + late.toSeconds() + " s later, when its sleep was over");
    }
  }

  private static void pause(Duration howLong) {
    try {
      Thread.sleep(howLong);
    } catch (InterruptedException nobodyInterrupts) {
      throw new AssertionError(nobodyInterrupts);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException nobodyInterrupts) {
      throw new AssertionError(nobodyInterrupts);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException nobodyInterrupts) {
      throw new AssertionError(nobodyInterrupts);
    }
  }

  private static void throwNow(Throwable any) {
    throw sneaky(any);
  }

  /// Lets a checked exception pass where none is declared.
  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException sneaky(Throwable any) throws T {
    throw (T) any;
  }

  /// Starts a thread. What it throws fails the test.
  private static Thread start(String name, Body body) {
    return Thread.ofPlatform()
        .name(name)
        .start(
            () -> {
              try {
                body.run();
              } catch (InterruptedException nobodyInterrupts) {
                throw new AssertionError(nobodyInterrupts);
              }
            });
  }

  private interface Body {
    void run() throws InterruptedException;
  }
}
