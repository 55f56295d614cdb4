package _09_futures;

import static java.lang.Thread.State.RUNNABLE;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// Tasks that are hard to gather, and a log of what becomes of them.
public final class BookingTasks {
  private static final Duration A_WHILE = Duration.ofSeconds(60);

  /// Whoever wakes up and looks around every now and then is asleep again by then.
  private static final Duration AND_A_BIT = Duration.ofNanos(7);

  private final List<String> log = new CopyOnWriteArrayList<>();
  private final CountDownLatch bothWait = new CountDownLatch(2);
  private final CountDownLatch bothAreInterrupted = new CountDownLatch(2);
  private String lastToCleanUp; // plain: only gather puts it in order

  public List<String> log() {
    return log;
  }

  /// Whether this task was left out, or has ended as it should.
  public boolean leftOutOrCleanedUp(String who) {
    return log.isEmpty()
        || log.equals(List.of(who + " begins", who + " has cleaned up"))
            && who.equals(lastToCleanUp);
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
          lastToCleanUp = who;
        } catch (InterruptedException again) {
          log.add(who + " was interrupted again while it cleaned up");
        }
        return who;
      }
    };
  }

  /// Waits until it is interrupted, and another one of its kind, too.
  public Callable<String> waitsForTheOther() {
    return () -> {
      bothWait.countDown();
      try {
        return waitForever();
      } catch (InterruptedException cancelled) {
        bothAreInterrupted.countDown();
        bothAreInterrupted.await();
        log.add("cancelled");
        return "cancelled";
      }
    };
  }

  public Callable<String> failsWhenBothWait() {
    return () -> {
      bothWait.await();
      throw new IllegalStateException("sold out");
    };
  }

  /// When it is interrupted, it interrupts its caller, twice, and takes a while to clean up after
  /// that, even if it is interrupted once more.
  public Callable<String> interruptsLate(Thread caller) {
    return () -> {
      try {
        return waitForever();
      } catch (InterruptedException cancelled) {
        caller.interrupt();
        pause(A_WHILE);
        caller.interrupt();
        pause(A_WHILE);
        log.add("cleaned up");
        return "hotel";
      }
    };
  }

  /// Sleeps. An interrupt ends it early, and is forgotten.
  public static void pause(Duration howLong) {
    try {
      Thread.sleep(howLong);
    } catch (InterruptedException onceMore) {
      return;
    }
  }

  /// Waits until it is interrupted, and ends in the usual way.
  public static Callable<Integer> endsWhenCancelled() {
    return () -> {
      try {
        return waitForever().length();
      } catch (InterruptedException cancelled) {
        return 0;
      }
    };
  }

  /// When it is interrupted, it goes on for ten seconds, whatever happens. Then it looks whether
  /// its caller is asleep.
  public Callable<String> insists(Thread caller) {
    return () -> {
      try {
        return waitForever();
      } catch (InterruptedException cancelled) {
        log.add("interrupted");
      }
      var end = System.nanoTime() + Duration.ofSeconds(10).plus(AND_A_BIT).toNanos();
      for (var left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
        try {
          Thread.sleep(Duration.ofNanos(left));
        } catch (InterruptedException ignored) {
          log.add("interrupted");
        }
      }
      log.add(caller.getState() == RUNNABLE ? "done, and gather is not asleep" : "done");
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

  public static Callable<String> sleeps(Duration howLong) {
    return () -> {
      Thread.sleep(howLong);
      return "at last";
    };
  }

  /// Sleeps, and fails if its caller is not asleep, too.
  public static Callable<Integer> looksAtCaller(int millis, Thread caller) {
    return () -> {
      Thread.sleep(Duration.ofMillis(millis).plus(AND_A_BIT));
      if (caller.getState() == RUNNABLE) {
        throw new IllegalStateException("gather waits for a task and is not asleep");
      }
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
  public static <T, X extends Throwable> T sneak(Throwable any) throws X {
    throw (X) any;
  }

  private static String waitForever() throws InterruptedException {
    new CountDownLatch(1).await();
    return "nobody opens this latch";
  }
}
