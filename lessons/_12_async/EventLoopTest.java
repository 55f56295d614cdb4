package _12_async;

import static java.time.Duration.ZERO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import _12_async.CallbackLoop.TimerHandle;
import _12_async.exercise.EventLoop;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import workbook.Graded;
import workbook.explore.Explore;
import workbook.explore.calls.AnyValue;

/// The graded tests of EventLoop. A waiter serves all tables; each callback is something to bring.
///
/// All are explored, each with a few preemptions: threads wake for no reason, limits run out early.
/// Time is the explorer's own: an hour passes as soon as everybody waits for it.
class EventLoopTest extends EventLoopChecks {
  private CallbackLoop newLoop() {
    return new EventLoop(System::nanoTime, this::tell);
  }

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
    loop.callSoon(serve("soup"));
    loop.callSoon(bread);
    loop.callSoon(serve("cake"));
    assertServed("[]", "served before anybody ran the loop");
    loop.runUntilIdle();
    assertServed("[bread, soup, bread, cake]", "served by the first runUntilIdle()");
    var me = Thread.currentThread();
    assertEquals(List.of(me, me), threads, "threads that ran a callback");
    loop.runUntilIdle();
    loop.callSoon(serve("bill"));
    loop.runUntilIdle();
    assertServed("[bill]", "served by the second and third runUntilIdle()");
  }

  @Explore
  @DisplayName("what a callback submits runs in a later round, so nobody waits for ever")
  @Graded(points = 1, read = "CallbackLoop.java: rounds")
  void roundByRound() throws InterruptedException {
    var loop = newLoop();
    loop.callLater(ZERO, serve("d"));
    loop.callSoon(
        () -> {
          served.add("a");
          loop.callLater(ZERO, serve("g"));
          loop.callSoon(
              () -> {
                served.add("e");
                loop.callSoon(serve("h"));
              });
          loop.callSoon(serve("f"));
        });
    loop.callSoon(serve("b"));
    loop.callSoon(serve("c"));
    loop.runUntilIdle();
    assertServed("[a, b, c, d, e, f, g, h]", "first round: a b c, timer d; a submits e f, timer g");

    loop.callLater(seconds(3), serve("timer"));
    serveAgain(loop::callSoon, "timer");
    loop.runUntilIdle();
    var expected = "[again, again, again, again, timer, end]";
    assertServed(expected, "a callback of 1 s that submits itself, and a timer due at 3 s");

    loop.callLater(ZERO, () -> loop.callSoon(serve("soon")));
    serveAgain(again -> loop.callLater(ZERO, again), "soon");
    loop.runUntilIdle();
    assertServed("[again, soon, end]", "a timer of 0 s that submits itself again and again");
  }

  /// Submits a callback that takes a second and then submits itself again, until something was
  /// served, or 20 times.
  private void serveAgain(Consumer<Runnable> submit, String until) {
    submit.accept(
        () -> {
          if (served.contains(until) || served.size() == 20) {
            served.add("end");
          } else {
            served.add("again");
            pause(seconds(1));
            serveAgain(submit, until);
          }
        });
  }

  @Explore
  @DisplayName("timers run when they are due, in that order; until then the loop sleeps")
  @Graded(points = 1, read = "EventLoop.md, hint 2")
  void whenTheyAreDue() throws InterruptedException {
    var loop = newLoop();
    loop.callLater(seconds(3), serveAndTellTime("bill"));
    loop.callLater(Duration.ofNanos(1_000_000_001), serveAndTellTime("cake"));
    loop.callLater(seconds(1), serveAndTellTime("soup"));
    loop.callLater(Duration.ofNanos(1_000_000_002), serveAndTellTime("mints"));
    loop.callLater(Duration.ofMillis(1), serveAndTellTime("bread"));
    loop.runUntilIdle();
    var expected =
        "[bread at 0.001 s, soup at 1 s, cake at 1.001 s, mints at 1.001 s, bill at 3 s]";
    assertServed(expected, "due at 3 s, 1.000000001 s, 1 s, 1.000000002 s and 0.001 s");

    for (var delay : List.of(5, 4, 3, 2, 1)) {
      loop.callLater(seconds(delay), serve("after " + delay));
    }
    loop.callSoon(
        () -> {
          loop.callLater(Duration.ofMillis(2_500), serveAndTellTime("pie"));
          pause(seconds(7));
          loop.callLater(seconds(1), serveAndTellTime("tea"));
        });
    loop.runUntilIdle();
    expected = "[after 1, after 2, pie at 10 s, after 3, after 4, after 5, tea at 11 s]";
    assertServed(expected, "a callback ordered pie in 2.5 s, ran until 10 s, ordered tea in 1 s");

    for (var delay : List.of(0, -5, -10)) {
      loop.callLater(seconds(delay), serveAndTellTime(delay + " s"));
    }
    loop.callSoon(serve("soon"));
    loop.runUntilIdle();
    assertServed("[soon, 0 s at 11 s, -5 s at 11 s, -10 s at 11 s]", "due at once, at 11 s");

    var order = new ArrayList<String>();
    for (var number = 0; number < 200; number++) {
      order.add("guest " + number);
      loop.callLater(seconds(1), serve("guest " + number));
    }
    loop.runUntilIdle();
    assertServed(order.toString(), "200 timers due at the same nanosecond");

    loop.callLater(Duration.ofNanos(1), serve("salt"));
    loop.runUntilIdle();
    assertServed("[salt]", "a timer of one nanosecond");
  }

  @Explore
  @DisplayName("any delay, and a clock that shows any number, now and later")
  @Graded(points = 1, read = "EventLoop.md, hint 3")
  void anyClock() throws InterruptedException {
    var skipped = new AtomicLong();
    var loop = new EventLoop(aThousandLooks(skipped), this::tell);
    loop.callLater(HOUR, serveAndTellTime("pie"));
    loop.callSoon(() -> skipped.addAndGet(HOUR.toNanos()));
    var expected = "[pie at " + now() + "]";
    loop.runUntilIdle();
    assertServed(expected, "an hour went by on the loop's clock while a callback ran");
    for (var first : List.of(0L, -1_000_000_000L, Long.MAX_VALUE - 1_000_000_000)) {
      var clock = "; the clock starts at " + first;
      shortAndLong(new EventLoop(startingAt(first), this::tell), clock);
      overdue(new EventLoop(startingAt(first), this::tell), clock);
    }
    var last = new EventLoop(() -> System.nanoTime() + skipped.get(), this::tell);
    later(AnyValue.of(false, true), skipped, last);
  }

  @Explore
  @DisplayName("whatever another thread submits wakes the loop, and runs once")
  @Graded(points = 1, read = "lesson 05, \"A gate\"")
  void fromAnotherThread() throws InterruptedException {
    switch (AnyValue.of("callSoon", "callLater", "rounds", "order", "both", "cancel", "busy")) {
      case "callSoon" -> wokenByCallSoon(newLoop());
      case "callLater" -> wokenByCallLater(newLoop());
      case "rounds" -> betweenTwoRounds(newLoop());
      case "order" -> dueBefore(newLoop());
      case "both" -> cancelledMeanwhile(newLoop());
      case "cancel" -> cancelledAsItRuns(newLoop());
      default -> {
        var submitted = new CountDownLatch(1);
        var loop = new EventLoop(System::nanoTime, _ -> await(submitted));
        whileItRuns(loop, submitted, AnyValue.of(false, true));
      }
    }
  }

  @Explore
  @DisplayName("a cancelled timer doesn't run, and nobody waits for it")
  @Graded(points = 1, read = "CallbackLoop.java: TimerHandle")
  void cancelled() throws InterruptedException {
    var loop = newLoop();
    var soup = serveAndTellTime("soup");
    var first = loop.callLater(seconds(1), soup);
    var second = loop.callLater(seconds(1), soup);
    var third = loop.callLater(seconds(1), soup);
    assertTrue(second.cancel(), "cancel() of a pending timer");
    assertFalse(second.cancel(), "cancel() of a timer that is cancelled already");
    loop.runUntilIdle();
    assertServed("[soup at 1 s, soup at 1 s]", "of three timers with one Runnable, one cancelled");
    assertFalse(first.cancel() || third.cancel(), "cancel() of a timer that has run");

    var timers = new ArrayList<TimerHandle>();
    Runnable cancelTwo =
        () -> {
          served.add("itself: " + timers.get(0).cancel());
          served.add("the second: " + timers.get(1).cancel());
        };
    timers.add(loop.callLater(ZERO, cancelTwo));
    timers.add(loop.callLater(ZERO, serve("second")));
    timers.add(loop.callLater(ZERO, serve("third")));
    loop.runUntilIdle();
    var expected = "[itself: false, the second: true, third]";
    assertServed(expected, "three timers due at once; the first cancels itself and the second");
    assertFalse(timers.get(1).cancel(), "cancel() of a timer that was cancelled in its round");

    var pie = loop.callLater(HOUR, serve("pie"));
    loop.callLater(seconds(1), () -> served.add("no pie: " + pie.cancel()));
    loop.runUntilIdle();
    assertServed("[no pie: true]", "a timer was cancelled by a callback");
    assertEquals("2 s", now(), "the end of a loop whose last timer was cancelled at 2 s");
  }

  @Explore
  @DisplayName("cancelled by another thread: it runs or it doesn't, and cancel() says which")
  @Graded(points = 1, read = "lesson 03, \"Two buyers, one ticket\"")
  void cancelledOrRun() throws InterruptedException {
    for (var delay : List.of(ZERO, HOUR)) {
      var loop = newLoop();
      var pie = loop.callLater(delay, serve("pie"));
      var ended = new AtomicLong();
      Body run =
          () -> {
            loop.runUntilIdle();
            ended.set(System.nanoTime());
          };
      var waiter = start("waiter", run);
      var cancelled = pie.cancel();
      var now = System.nanoTime();
      waiter.join();
      var expected = cancelled ? "[]" : "[pie]";
      assertServed(expected, "served; another thread's cancel() returned " + cancelled);
      if (cancelled) {
        assertInTime(now, ended.get(), "a loop whose last timer was cancelled returned only");
      }
    }
  }

  @Explore
  @DisplayName("a callback may throw anything: the handler hears of it, and the loop goes on")
  @Graded(points = 1, read = "EventLoop.md, hint 5")
  void failures() throws InterruptedException {
    var me = Thread.currentThread();
    var heard = new ArrayList<Throwable>();
    var loops = new ArrayList<CallbackLoop>();
    Consumer<Throwable> handler =
        failure -> {
          heard.add(failure);
          served.add(Thread.currentThread() == me ? "!" : "! on another thread");
          loops.getFirst().callSoon(serve("sorry"));
          throwAny(heard.size() % 2 == 0 ? failure : new IOException("and again"));
        };
    var loop = new EventLoop(System::nanoTime, handler);
    loops.add(loop);
    var thrown =
        List.of(
            new IllegalStateException("dropped the soup"),
            new StackOverflowError("too many plates"),
            new IOException("out of bread"),
            new AssertionError("that's not what I ordered"),
            new InterruptedException("somebody is in a hurry"),
            new Throwable("no words"));
    for (var delay : List.of(ZERO, seconds(1))) {
      for (var each : thrown) {
        submit(loop, delay, () -> throwAny(each));
        submit(loop, delay, serve("ok"));
      }
      loop.runUntilIdle();
      var round = "!, ok, !, ok, !, ok, !, ok, !, ok, !, ok, ";
      var next = "sorry, sorry, sorry, sorry, sorry, sorry";
      assertServed("[" + round + next + "]", "! is a failure, after which the handler says sorry");
      assertEquals(thrown.size(), heard.size(), "failures that the handler heard of");
      for (var each = 0; each < thrown.size(); each++) {
        assertSame(thrown.get(each), heard.get(each), "what the handler heard of");
      }
      heard.clear();
    }
    assertFalse(Thread.interrupted(), "nobody interrupted the thread, and now it says so");
  }

  @Explore
  @DisplayName("an interrupt ends the loop between two rounds, and nothing is lost")
  @Graded(points = 1, read = "lesson 05, \"The last item\"")
  void interrupted() throws InterruptedException {
    var loop = newLoop();
    Thread.currentThread().interrupt();
    assertCalledOff(loop, "runUntilIdle() of an idle loop, the thread interrupted before");
    loop.callSoon(serve("soup"));
    Thread.currentThread().interrupt();
    assertCalledOff(loop, "runUntilIdle() on a thread that was interrupted before");
    assertServed("[]", "served by a thread that was interrupted before");

    loop.callLater(ZERO, serve("bread"));
    loop.callSoon(
        () -> {
          loop.callSoon(serve("pie"));
          loop.callLater(seconds(1), serve("bill"));
          Thread.currentThread().interrupt();
        });
    loop.callSoon(serve("cake"));
    assertCalledOff(loop, "runUntilIdle(), the thread interrupted by a callback");
    assertServed("[soup, cake, bread]", "served in the round that was interrupted");
    loop.runUntilIdle();
    assertServed("[pie, bill]", "served by the next runUntilIdle()");

    loop.callSoon(() -> Thread.currentThread().interrupt());
    assertCalledOff(loop, "runUntilIdle(), the thread interrupted by the last callback");

    Thread.currentThread().interrupt();
    loop.callSoon(serve("tea"));
    loop.callLater(ZERO, serve("nothing")).cancel();
    loop.callLater(ZERO, serve("milk"));
    assertTrue(Thread.interrupted(), "interrupted status of a thread that has submitted callbacks");
    loop.runUntilIdle();
    assertServed("[tea, milk]", "submitted by a thread that was interrupted");
    whileItSleeps(loop, AnyValue.of(false, true));
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
    assertThrows(npe, () -> loop.callLater(HOUR, null), "callLater(1 h, null)");
    assertThrows(npe, () -> loop.callLater(null, serve("?")), "callLater(null, callback)");
    loop.callSoon(
        () -> {
          for (var time : List.of("once", "twice")) {
            loop.callSoon(serve(time));
            served.add(run(loop));
            join(start("another", () -> served.add(run(loop))));
          }
        });
    loop.runUntilIdle();
    var expected = "[refused, refused, refused, refused, once, twice]";
    assertServed(expected, "a callback and another thread run the loop, and once more");

    loop.callSoon(
        () -> {
          var inner = newLoop();
          inner.callSoon(serve("inner"));
          served.add(run(inner));
          Thread.currentThread().interrupt();
          served.add(run(loop));
        });
    assertCalledOff(loop, "runUntilIdle(), its thread interrupted before it called it once more");
    assertServed("[inner, not refused, refused]", "a callback runs another loop, then its own one");

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
}
