package _12_async;

import static java.time.Duration.ZERO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import _12_async.CallbackLoop.TimerHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Parts of the graded tests of EventLoop: what is checked of a loop with any clock, and of one
/// that several threads use.
public abstract class EventLoopChecks extends EventLoopFixture {
  protected final void shortAndLong(CallbackLoop loop, String clock) throws InterruptedException {
    var far = new ArrayList<TimerHandle>();
    var latest = System.nanoTime() + seconds(4).toNanos();
    for (var delay : List.of(YEARS, Duration.ofNanos(Long.MAX_VALUE), seconds(Long.MAX_VALUE))) {
      far.add(loop.callLater(delay, serve("never")));
    }
    loop.callLater(seconds(3), () -> far.forEach(timer -> served.add("" + timer.cancel())));
    loop.callLater(seconds(2), serveNotBefore(seconds(2), "2 s"));
    loop.callLater(seconds(1), serveNotBefore(seconds(1), "1 s"));
    loop.callLater(seconds(Long.MIN_VALUE), serve("at once"));
    loop.callSoon(serve("soon"));
    loop.runUntilIdle();
    var expected = "[soon, at once, 1 s, 2 s, true, true, true]";
    assertServed(expected, "timers, named after when they are due; then 3 are cancelled" + clock);
    assertInTime(
        latest, System.nanoTime(), "a loop whose last timers were cancelled returned only");
  }

  /// Two timers have been due for many seconds when others are submitted.
  protected final void overdue(CallbackLoop loop, String clock) throws InterruptedException {
    loop.callLater(Duration.ofMillis(500), serve("0.5 s"));
    loop.callLater(seconds(2), serve("2 s"));
    loop.callSoon(
        () -> {
          pause(seconds(11));
          var far = loop.callLater(Duration.ofNanos(Long.MAX_VALUE), serve("never"));
          loop.callLater(seconds(1), far::cancel);
          loop.callLater(ZERO, serve("11 s"));
        });
    loop.runUntilIdle();
    assertServed("[0.5 s, 2 s, 11 s]", "due since then, when a callback took 11 s" + clock);
  }

  /// A clock for a loop that only one thread uses, and that has a thousand looks at most.
  protected static LongSupplier aThousandLooks(AtomicLong skipped) {
    var looks = new int[1];
    return () -> {
      if (++looks[0] > 1_000) {
        fail("the loop has looked at its clock 1,000 times, to run a single timer");
      }
      return System.nanoTime() + skipped.get();
    };
  }

  /// @param soon whether it's asked at once, and not after centuries
  /// @param skipped how far the loop's clock is ahead
  protected final void later(boolean soon, AtomicLong skipped, CallbackLoop loop)
      throws InterruptedException {
    if (soon) {
      inTwoHundredYears(loop);
    } else {
      afterTwoCenturies(skipped, loop);
      inALifetime(loop);
    }
  }

  private void inTwoHundredYears(CallbackLoop loop) throws InterruptedException {
    var far = loop.callLater(YEARS, serve("for our great-grandchildren"));
    var waiter = start("waiter", loop::runUntilIdle);
    loop.callSoon(serve("soup"));
    loop.callSoon(far::cancel);
    waiter.join();
    assertFalse(served.isEmpty(), "runUntilIdle() returned while a timer was pending");
    served.clear();
  }

  private void inALifetime(CallbackLoop loop) throws InterruptedException {
    loop.callLater(Duration.ofDays(36_500), serve("in 100 years, nearly"));
    loop.callLater(Duration.ofDays(18_000), serve("in 50 years, nearly"));
    loop.runUntilIdle();
    assertServed("[in 50 years, nearly, in 100 years, nearly]", "two distant timers");
  }

  /// Its clock shows what it showed at first, and more than a `long` can hold beside that.
  private void afterTwoCenturies(AtomicLong skipped, CallbackLoop loop)
      throws InterruptedException {
    var century = Duration.ofDays(36_500);
    for (var round = 0; round < 2; round++) {
      loop.callSoon(() -> skipped.addAndGet(century.toNanos()));
      loop.runUntilIdle();
    }
    loop.callLater(century, serveNotBefore(century, "late"));
    loop.callLater(seconds(1), serve("soon"));
    loop.runUntilIdle();
    assertServed("[soon, late]", "timers of a loop that is 200 years old");
  }

  protected final void wokenByCallSoon(CallbackLoop loop) throws InterruptedException {
    var ran = new AtomicLong();
    var order = new String[1];
    loop.callLater(HOUR, () -> {});
    var waiter = start("waiter", loop::runUntilIdle);
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

  protected final void wokenByCallLater(CallbackLoop loop) throws InterruptedException {
    var ran = new AtomicLong();
    loop.callLater(HOUR.multipliedBy(3), () -> {});
    var waiter = start("waiter", loop::runUntilIdle);
    loop.callLater(HOUR, serve("soup"));
    loop.callLater(HOUR, () -> ran.set(System.nanoTime()));
    var submitted = System.nanoTime();
    waiter.join();
    loop.runUntilIdle();
    assertServed("[soup]", "submitted by another thread with callLater");
    assertInTime(submitted + HOUR.toNanos(), ran.get(), "a timer set by another thread ran only");
  }

  /// A guest submits something, and a callback waits until that is done; or the failure handler
  /// does, when a callback has failed.
  protected final void whileItRuns(CallbackLoop loop, CountDownLatch submitted, boolean failing)
      throws InterruptedException {
    Body order =
        () -> {
          loop.callSoon(serve("cake"));
          loop.callLater(ZERO, serve("bill"));
          loop.callLater(HOUR, serve("tea")).cancel();
          submitted.countDown();
        };
    var guest = start("guest", order);
    loop.callSoon(
        () -> {
          served.add("soup");
          if (failing) {
            throw new IllegalStateException("dropped the soup");
          }
          await(submitted);
        });
    loop.runUntilIdle();
    guest.join();
    loop.runUntilIdle();
    assertEquals(1, Collections.frequency(served, "soup"), "how often soup came, submitted once");
    served.remove("soup"); // whether it came before the guest's orders is open
    assertServed("[cake, bill]", "submitted by another thread while the loop was busy");
  }

  /// Another thread cancels a timer, and its callback waits until that is done. A later timer stays
  /// pending, so the loop isn't idle yet.
  protected final void cancelledAsItRuns(CallbackLoop loop) throws InterruptedException {
    var asked = new CountDownLatch(1);
    var order =
        loop.callLater(
            ZERO,
            () -> {
              served.add("pie");
              await(asked);
            });
    loop.callLater(HOUR, serve("tea"));
    var cancelled = new boolean[1];
    Body cancel =
        () -> {
          cancelled[0] = order.cancel();
          asked.countDown();
        };
    var guest = start("guest", cancel);
    loop.runUntilIdle();
    guest.join();
    var expected = cancelled[0] ? "[tea]" : "[pie, tea]";
    var what = "pie at once and tea in 1 h; another thread's pie.cancel() returned ";
    assertServed(expected, what + cancelled[0]);
  }

  /// Two timers are due at the same nanosecond. One is cancelled while the other is submitted.
  protected final void cancelledMeanwhile(CallbackLoop loop) throws InterruptedException {
    var pie = loop.callLater(HOUR, serve("pie"));
    var guest = start("guest", () -> loop.callLater(HOUR, serve("tea")));
    pie.cancel();
    guest.join();
    loop.runUntilIdle();
    assertServed("[tea]", "tea in 1 h, submitted while another thread cancelled pie in 1 h");
  }

  /// Something is submitted before a timer of a second is due, and is due at once.
  protected final void dueBefore(CallbackLoop loop) throws InterruptedException {
    var due = System.nanoTime() + seconds(1).toNanos();
    loop.callLater(seconds(1), serve("pie"));
    var early = new boolean[1];
    Body order =
        () -> {
          loop.callLater(ZERO, serve("soup"));
          early[0] = System.nanoTime() < due;
          pause(seconds(1));
        };
    var guest = start("guest", order);
    loop.runUntilIdle();
    guest.join();
    loop.runUntilIdle();
    if (early[0]) {
      assertServed("[soup, pie]", "soup was submitted and due before the pie was due");
    }
  }

  /// The callback comes before both timers or after both.
  protected final void betweenTwoRounds(CallbackLoop loop) throws InterruptedException {
    loop.callLater(ZERO, serve("cake"));
    loop.callLater(ZERO, serve("bill"));
    var guest = start("guest", () -> loop.callSoon(serve("soup")));
    loop.runUntilIdle();
    guest.join();
    loop.runUntilIdle();
    var soupFirst = served.getFirst().equals("soup");
    var expected = soupFirst ? "[soup, cake, bill]" : "[cake, bill, soup]";
    assertServed(expected, "two timers, and soup in their round or in the next");
  }

  protected final void whileItSleeps(CallbackLoop loop, boolean woken) throws InterruptedException {
    if (woken) {
      asItIsWoken(loop);
      return;
    }
    loop.callLater(HOUR, serve("tea"));
    var ended = new AtomicLong();
    Body run =
        () -> {
          try {
            loop.runUntilIdle();
            assertEquals(List.of("tea"), served, "served when runUntilIdle() returned");
          } catch (InterruptedException calledOff) {
            assertFalse(Thread.interrupted(), "interrupted status after an InterruptedException");
          }
          ended.set(System.nanoTime());
        };
    var waiter = start("waiter", run);
    waiter.interrupt();
    var now = System.nanoTime();
    waiter.join();
    assertInTime(now, ended.get(), "a sleeping loop that was interrupted ended only");
    loop.runUntilIdle();
    assertServed("[tea]", "served in the end, after an interrupt in between");
  }

  /// A guest submits something, and interrupts the sleeping loop at once. Only if one of the two is
  /// held up, or time flies, does that come too late: twice at most.
  private void asItIsWoken(CallbackLoop loop) throws InterruptedException {
    var interrupted = new AtomicInteger();
    var returned = new AtomicInteger();
    Body run =
        () -> {
          try {
            loop.runUntilIdle();
            returned.incrementAndGet();
          } catch (InterruptedException calledOff) {
            // what it hasn't run is run below
          }
        };
    for (var times = 0; times < 3; times++) {
      var tea = loop.callLater(HOUR, serve("tea"));
      var waiter = start("waiter", run);
      pause(seconds(1));
      loop.callSoon(
          () -> {
            if (Thread.currentThread().isInterrupted()) {
              interrupted.incrementAndGet();
            }
          });
      waiter.interrupt();
      waiter.join();
      tea.cancel();
      loop.runUntilIdle();
    }
    if (interrupted.get() == 3 || returned.get() == 3) {
      fail("a sleeping loop was woken, then interrupted, and didn't throw before its round");
    }
  }

  protected static void assertCalledOff(CallbackLoop loop, String when) {
    assertThrows(InterruptedException.class, loop::runUntilIdle, when);
    assertFalse(Thread.interrupted(), "interrupted status after an InterruptedException");
  }
}
