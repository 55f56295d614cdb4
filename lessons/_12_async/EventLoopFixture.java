package _12_async;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;

/// What the graded tests of EventLoop share: what callbacks have served, time, threads.
public abstract class EventLoopFixture {
  protected static final Duration HOUR = Duration.ofHours(1);
  protected static final Duration YEARS = Duration.ofDays(73_050);

  /// What callbacks have served since it was last asserted.
  protected final List<String> served = new CopyOnWriteArrayList<>();

  private final long began = System.nanoTime();

  protected static Duration seconds(long number) {
    return Duration.ofSeconds(number);
  }

  /// A callback that serves something.
  protected final Runnable serve(String what) {
    return () -> served.add(what);
  }

  /// A callback that serves something, and says when: `soup at 1.5 s` after the test began.
  protected final Runnable serveAndTellTime(String what) {
    return () -> served.add(what + " at " + now());
  }

  /// A callback that serves something, and says whether that is too early.
  protected final Runnable serveNotBefore(Duration delay, String what) {
    var earliest = System.nanoTime() + delay.toNanos();
    return () -> served.add(System.nanoTime() < earliest ? what + " (too early)" : what);
  }

  /// The failure handler where no failure is expected: it tells of it among what was served.
  protected final void tell(Throwable failure) {
    served.add(failure.toString());
  }

  protected static void submit(CallbackLoop loop, Duration delay, Runnable callback) {
    if (delay.isZero()) {
      loop.callSoon(callback);
    } else {
      loop.callLater(delay, callback);
    }
  }

  protected final void assertServed(String expected, String what) {
    assertEquals(expected, served.toString(), what);
    served.clear();
  }

  /// The time since the test began, in milliseconds begun: `Object.wait` counts no shorter ones.
  protected final String now() {
    var millis = Math.ceilDiv(System.nanoTime() - began, 1_000_000);
    var seconds = BigDecimal.valueOf(millis, 3).stripTrailingZeros();
    return seconds.toPlainString() + " s";
  }

  /// A clock that shows this number now, and goes on from there.
  protected static LongSupplier startingAt(long number) {
    var difference = number - System.nanoTime();
    return () -> System.nanoTime() + difference;
  }

  /// Fails if something happened later than it had to; times of [System#nanoTime].
  protected static void assertInTime(long latest, long actual, String what) {
    var late = Duration.ofNanos(actual - latest);
    if (late.isPositive()) {
      fail(what + " " + late.toSeconds() + " s later, when its sleep was over");
    }
  }

  /// Starts a thread. What it throws fails the test.
  protected static Thread start(String name, Body body) {
    return Thread.ofPlatform().name(name).start(() -> uninterrupted(body));
  }

  protected static void pause(Duration howLong) {
    uninterrupted(() -> Thread.sleep(howLong));
  }

  protected static void await(CountDownLatch latch) {
    uninterrupted(latch::await);
  }

  protected static void join(Thread thread) {
    uninterrupted(thread::join);
  }

  private static void uninterrupted(Body body) {
    try {
      body.run();
    } catch (InterruptedException nobodyInterrupts) {
      throw new AssertionError(nobodyInterrupts);
    }
  }

  /// What a thread or a callback does, and what may be interrupted.
  public interface Body {
    void run() throws InterruptedException;
  }

  /// Throws anything, where no checked exception is declared.
  @SuppressWarnings("unchecked")
  protected static <T extends Throwable> void throwAny(Throwable any) throws T {
    throw (T) any;
  }
}
