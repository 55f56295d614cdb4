package _15_puzzles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import _15_puzzles.exercise.RateLimiter;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.DisplayName;
import workbook.Graded;
import workbook.explore.Explore;
import workbook.explore.calls.AnyValue;
import workbook.explore.calls.ConcurrentCalls;

/// The graded tests of RateLimiter. The clock is the test's: it shows what the test sets.
class RateLimiterTest {
  private static final long MINUTE = 60_000_000_000L;

  private final AtomicLong clock = new AtomicLong();

  @Explore(preemptions = 0)
  @DisplayName("one thread: as many calls as allowed, then none until the oldest leaves the window")
  @Graded(points = 2, read = "the contract, CallLimiter.java")
  void oneThread() {
    var begin = System.nanoTime();
    clock.set(AnyValue.of(0L, 1_000L, -1L, Long.MAX_VALUE, Long.MIN_VALUE));
    int calls = AnyValue.of(1, 3, 200);
    var limiter = new RateLimiter(calls, MINUTE, clock::get);
    for (var call = 0; call < calls; call++) {
      assertEquals(calls - call, limiter.left(), "calls left of " + calls + ", made " + call);
      assertTrue(limiter.tryCall(), "call %d of %d in a minute".formatted(call + 1, calls));
    }
    refuses(limiter, "right after %d of %d calls".formatted(calls, calls));
    clock.addAndGet(MINUTE - 1);
    refuses(limiter, "1 ns before a minute has passed, %d calls made".formatted(calls));
    clock.addAndGet(1);
    assertEquals(calls, limiter.left(), "calls left of " + calls + " after a minute");
    assertTrue(limiter.tryCall(), "a call after a minute");
    assertEquals(calls - 1, limiter.left(), "calls left of " + calls + " after one in this minute");
    assertEquals(begin, System.nanoTime(), "nobody else calls, so no call waits; nanoTime()");
    assertEquals(1, Thread.activeCount(), "the threads, now that all calls have returned");
  }

  private static void refuses(CallLimiter limiter, String when) {
    for (var times = 0; times < 3; times++) {
      if (limiter.tryCall()) {
        fail("a call was let through " + when);
      }
      assertEquals(0, limiter.left(), "calls left " + when);
    }
  }

  /// Calls at 0, 40 and 50 s; the window is a minute.
  @Explore(preemptions = 0)
  @DisplayName("no span of a minute has more calls than allowed, wherever it begins")
  @Graded(points = 2, read = "RateLimiter.md: any window")
  void anyWindow() {
    var limiter = new RateLimiter(3, MINUTE, clock::get);
    callAt(limiter, 0, true);
    callAt(limiter, 40, true);
    callAt(limiter, 50, true);
    callAt(limiter, 55, false);
    callAt(limiter, 60, true); // the one at 0 has left
    callAt(limiter, 61, false);
    callAt(limiter, 99, false);
    callAt(limiter, 100, true);
    assertEquals(0, limiter.left(), "calls left at 100 s, after those at 50, 60 and 100 s");
    callAt(limiter, 110, true);
    callAt(limiter, 119, false);
    clock.set(3 * MINUTE);
    assertEquals(3, limiter.left(), "calls left, 70 s after the last call that was let through");
    var brief = new RateLimiter(1, 1, clock::get);
    assertTrue(brief.tryCall(), "a call, one for each nanosecond");
    clock.addAndGet(1);
    assertTrue(brief.tryCall(), "a call a nanosecond later, one for each nanosecond");
    var years = new RateLimiter(1, Long.MAX_VALUE, clock::get);
    clock.addAndGet(1);
    assertTrue(years.tryCall(), "the first call, one in 292 years");
    clock.addAndGet(105_000 * 24 * 60 * MINUTE);
    refuses(years, "105,000 days after the first one, one in 292 years");
    clock.set(Long.MAX_VALUE);
    var across = new RateLimiter(2, 10, clock::get);
    assertTrue(across.tryCall(), "a call at the largest long, 2 in 10 ns");
    clock.addAndGet(5);
    assertTrue(across.tryCall(), "a call 5 ns later, beyond the smallest long");
    clock.addAndGet(5);
    assertEquals(1, across.left(), "calls left of 2 in 10 ns, made 10 and 5 ns ago");
  }

  private void callAt(CallLimiter limiter, long second, boolean expected) {
    clock.set(second * 1_000_000_000);
    var answer = limiter.tryCall();
    assertEquals(expected, answer, "a call at %d s, 3 a minute, was let through".formatted(second));
  }

  @Explore(preemptions = 0)
  @DisplayName("no calls, no window, no clock: refused")
  @Graded(points = 1, read = "the contract, CallLimiter.java")
  void nonsense() {
    for (var none : new int[] {0, -1, Integer.MIN_VALUE}) {
      refused(none + " calls", () -> new RateLimiter(none, MINUTE, clock::get));
    }
    for (var none : new long[] {0, -1, Long.MIN_VALUE}) {
      refused("a window of " + none + " ns", () -> new RateLimiter(1, none, clock::get));
    }
    LongSupplier noClock = null;
    assertThrows(NullPointerException.class, () -> new RateLimiter(1, MINUTE, noClock), "no clock");
    var least = new RateLimiter(1, 1, clock::get);
    assertEquals(1, least.left(), "calls left of 1 in 1 ns");
  }

  private static void refused(String what, Runnable call) {
    assertThrows(IllegalArgumentException.class, call::run, what + " must be refused");
  }

  @Explore
  @DisplayName("limiters are strangers, and an interrupted thread is served like any other")
  @Graded(points = 1, read = "the contract, CallLimiter.java: interrupted")
  void strangersAndInterrupts() throws InterruptedException {
    var limiter = new RateLimiter(2, MINUTE, clock::get);
    var another = new RateLimiter(1, MINUTE, clock::get);
    assertTrue(another.tryCall(), "the first call of another limiter");
    var other = Thread.ofPlatform().name("interrupted").start(() -> callInterrupted(limiter));
    assertTrue(limiter.tryCall(), "one of the first two calls, 2 allowed");
    other.join();
    refuses(limiter, "after 2 of 2 calls, one by an interrupted thread");
  }

  private static void callInterrupted(CallLimiter limiter) {
    Thread.currentThread().interrupt();
    assertTrue(limiter.tryCall(), "one of the first two calls, 2 allowed, interrupted");
    assertTrue(Thread.currentThread().isInterrupted(), "whether tryCall left it interrupted");
    var left = limiter.left();
    assertTrue(Thread.interrupted(), "whether left() left its thread interrupted");
    if (left != 0 && left != 1) {
      fail("1 or 2 of 2 calls were made, and " + left + " are left");
    }
  }

  @Explore
  @DisplayName("one call is left, and two threads want it: one gets it")
  @Graded(points = 1, read = "lesson 15, \"Three calls a minute\"")
  void theLastCall() throws InterruptedException {
    var limiter = new RateLimiter(2, MINUTE, clock::get);
    limiter.tryCall();
    assertEquals(1, letThrough(limiter), "calls let through, 1 left, 2 threads");
    refuses(limiter, "after 2 of 2 calls, the last one wanted by two threads");
  }

  @Explore
  @DisplayName("two calls are left, and two threads want one each: both get one")
  @Graded(points = 1, read = "the contract, CallLimiter.java: nobody is refused")
  void roomForBoth() throws InterruptedException {
    var limiter = new RateLimiter(2, MINUTE, clock::get);
    limiter.tryCall();
    limiter.tryCall();
    clock.set(MINUTE);
    assertEquals(2, letThrough(limiter), "calls let through, 2 left, 2 threads");
    refuses(limiter, "after 2 of 2 calls by two threads");
  }

  private static int letThrough(CallLimiter limiter) throws InterruptedException {
    var through = new AtomicInteger();
    Runnable call =
        () -> {
          if (limiter.tryCall()) {
            through.incrementAndGet();
          }
        };
    var other = Thread.ofPlatform().name("other").start(call);
    call.run();
    other.join();
    return through.get();
  }

  @Explore
  @DisplayName("time passes, and somebody calls, during a look: it is true of one moment")
  @Graded(points = 1, read = "the contract, CallLimiter.java: one step")
  void aLookIsOneStep() throws InterruptedException {
    var limiter = new RateLimiter(2, 10, clock::get);
    limiter.tryCall();
    if (AnyValue.of("one", "both").equals("both")) {
      bothLeaveTheWindow(limiter);
      return;
    }
    clock.set(7);
    var other = Thread.ofPlatform().name("other").start(() -> callAtFourteen(limiter));
    var left = limiter.left();
    other.join();
    if (left != 1 && left != 2) {
      fail("at each moment 1 or 2 of 2 calls are left, and left() gives " + left);
    }
  }

  private void bothLeaveTheWindow(CallLimiter limiter) throws InterruptedException {
    limiter.tryCall();
    var other = Thread.ofPlatform().name("other").start(() -> clock.set(10));
    var left = limiter.left();
    other.join();
    if (left != 0 && left != 2) {
      fail("both calls leave the window at one moment, and left() gives " + left + " of 2");
    }
  }

  private void callAtFourteen(CallLimiter limiter) {
    clock.set(14);
    assertTrue(limiter.tryCall(), "a call at 14 ns, 2 in 10 ns, the one before was at 0");
  }

  @Explore
  @DisplayName("whatever several threads call while time passes, each call is one step")
  @Graded(points = 1, read = "the contract, CallLimiter.java: the clock is read at that moment")
  void eachCallIsOneStep() throws InterruptedException {
    ConcurrentCalls.<Timed>of(
            () -> new Timed(clock -> new RateLimiter(2, 10, clock)),
            () -> new Timed(PlainLimiter::new))
        .first("tryCall()", Timed::tryCall)
        .first("7 ns pass", Timed::pass)
        .call("tryCall()", Timed::tryCall)
        .call("7 ns pass", Timed::pass)
        .call("left()", Timed::left)
        .last("left()", Timed::left)
        .last("7 ns pass", Timed::pass)
        .last("left()", Timed::left)
        .last("tryCall()", Timed::tryCall)
        .check(9);
  }

  /// A limiter and its clock.
  private static final class Timed {
    private final AtomicLong nanos = new AtomicLong();
    private final CallLimiter limiter;

    Timed(Function<LongSupplier, CallLimiter> made) {
      limiter = made.apply(nanos::get);
    }

    Object tryCall() {
      return limiter.tryCall();
    }

    Object left() {
      return limiter.left();
    }

    Object pass() {
      nanos.addAndGet(7);
      return null;
    }
  }

  /// What the contract says of two calls in 10 ns when one thread calls.
  private static final class PlainLimiter implements CallLimiter {
    private final LongSupplier clock;
    private final ArrayDeque<Long> log = new ArrayDeque<>();

    PlainLimiter(LongSupplier clock) {
      this.clock = clock;
    }

    @Override
    public boolean tryCall() {
      return left() > 0 && log.add(clock.getAsLong());
    }

    @Override
    public int left() {
      log.removeIf(then -> clock.getAsLong() - then >= 10);
      return 2 - log.size();
    }
  }
}
