package _09_futures;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// Tasks that are hard to gather, and a log of what becomes of them.
public final class BookingTasks {
  private static final Duration A_WHILE = Duration.ofSeconds(60);

  private final List<String> log = new CopyOnWriteArrayList<>();

  public List<String> log() {
    return log;
  }

  /// Whether this task was left out, or has ended as it should.
  public boolean leftOutOrCleanedUp(String who) {
    return log.isEmpty() || log.equals(List.of(who + " begins", who + " has cleaned up"));
  }

  /// Waits until it is interrupted, then takes a while to clean up, and ends in the usual way.
  public Callable<String> cleansUp(String who) {
    return () -> {
      log.add(who + " begins");
      try {
        return waitForever();
      } catch (InterruptedException cancelled) {
        try {
          Thread.sleep(A_WHILE);
          log.add(who + " has cleaned up");
        } catch (InterruptedException again) {
          log.add(who + " was interrupted again while it cleaned up");
        }
        return who;
      }
    };
  }

  /// When it is interrupted, it interrupts its caller, and then takes a while to clean up, even if
  /// it is interrupted once more.
  public Callable<String> interruptsLate(Thread caller) {
    return () -> {
      try {
        return waitForever();
      } catch (InterruptedException cancelled) {
        caller.interrupt();
        pause();
        log.add("cleaned up");
        return "hotel";
      }
    };
  }

  private static void pause() {
    try {
      Thread.sleep(A_WHILE);
    } catch (InterruptedException onceMore) {
      Thread.yield();
    }
  }

  /// Goes on for ten seconds, whatever happens.
  public Callable<String> insists() {
    return () -> {
      var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
      for (var left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
        try {
          Thread.sleep(Duration.ofNanos(left));
        } catch (InterruptedException ignored) {
          log.add("interrupted");
        }
      }
      log.add("done");
      return "done";
    };
  }

  /// Fails with another exception once it is interrupted.
  public static Callable<String> failsLate() {
    return () -> {
      try {
        return waitForever();
      } catch (InterruptedException cancelled) {
        throw new IllegalStateException("too late", cancelled);
      }
    };
  }

  /// Interrupts a thread and ends.
  public static Callable<String> interrupts(Thread other) {
    return () -> {
      other.interrupt();
      return "car";
    };
  }

  public static Callable<String> interruptsItself() {
    return () -> interrupts(Thread.currentThread()).call();
  }

  public static Callable<Integer> sleeps(int millis) {
    return () -> {
      Thread.sleep(millis);
      return millis;
    };
  }

  public static <T> Callable<T> soldOut() {
    return () -> {
      throw new IllegalStateException("sold out");
    };
  }

  /// Throws anything, also what a `Callable` doesn't declare.
  public static Callable<String> fails(Throwable any) {
    return () -> BookingTasks.<String, RuntimeException>sneak(any);
  }

  @SuppressWarnings("unchecked")
  private static <T, X extends Throwable> T sneak(Throwable any) throws X {
    throw (X) any;
  }

  private static String waitForever() throws InterruptedException {
    new CountDownLatch(1).await();
    return "nobody opens this latch";
  }
}
