package workbook.explore;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import workbook.Scenario;

/// What came out of running a scenario on real threads, again and again: the other way to look for
/// a fault, which hopes that the bad schedule turns up.
///
/// @param runs how many runs came to their end
/// @param failures how many of them failed
/// @param stuck whether the last run never ended
/// @param first how the first failure showed; empty when there was none
public record Stress(long runs, long failures, boolean stuck, String first) {
  private static final int BATCH = 500;
  private static final int SPINS = 200;
  private static final int YIELDS = 1_000;
  private static final int LOOKS = 3;
  private static final int MANY_LOOKS = 10; // a thread that waits for a core, too, has none
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /// Runs a scenario so many times, or until a run does not end. Blocks until then.
  ///
  /// The next run begins when the threads of the one before have ended; a thread that they started
  /// and did not wait for may still disturb it.
  ///
  /// Threads of a run that is stuck are interrupted. Those that wait for a monitor cannot hear it
  /// and stay, as daemons, until the JVM ends: stress belongs into a JVM of its own.
  public static Stress of(Supplier<? extends Scenario> fresh, int runs)
      throws InterruptedException {
    return of(fresh, runs, BETWEEN_LOOKS);
  }

  /// Likewise.
  ///
  /// @param betweenLooks a run in which nothing happens and all wait, look after look, never ends
  static Stress of(Supplier<? extends Scenario> fresh, int runs, Duration betweenLooks)
      throws InterruptedException {
    var all = new Stress(0, 0, false, "");
    while (all.runs < runs && !all.stuck) {
      var batch = new ArrayList<Trial>();
      for (var n = 0; n < Math.min(BATCH, runs - all.runs); n++) {
        batch.add(new Trial(fresh.get()));
      }
      all = all.and(conduct(batch, betweenLooks));
    }
    return all;
  }

  /// Likewise.
  ///
  /// @param type a class with a public no-argument constructor
  /// @throws IllegalArgumentException when it cannot be made
  public static Stress of(Class<? extends Scenario> type, int runs) throws InterruptedException {
    return of(() -> fresh(type), runs);
  }

  private static Scenario fresh(Class<? extends Scenario> type) {
    try {
      return type.getConstructor().newInstance();
    } catch (ReflectiveOperationException wrong) {
      throw new IllegalArgumentException(type + " cannot be made with no arguments", wrong);
    }
  }

  private static Stress conduct(List<Trial> batch, Duration betweenLooks)
      throws InterruptedException {
    var threads = new ArrayList<Thread>();
    for (var n = 0; n < batch.getFirst().bodies.size(); n++) {
      var which = n;
      threads.add(
          Thread.ofPlatform().daemon().start(() -> batch.forEach(trial -> trial.run(which))));
    }
    try {
      var allEnd = allEnd(threads, batch, betweenLooks);
      var judge = Thread.ofPlatform().daemon().start(() -> batch.forEach(Trial::judge));
      threads.add(judge); // it may wait, too
      var allJudged = allEnd(List.of(judge), batch, betweenLooks);
      return summary(batch, !allEnd || !allJudged);
    } finally {
      batch.forEach(Trial::callOff);
      threads.forEach(Thread::interrupt);
    }
  }

  /// Waits until all have ended, or until look after look nothing has happened.
  private static boolean allEnd(List<Thread> threads, List<Trial> batch, Duration betweenLooks)
      throws InterruptedException {
    var looks = 0;
    var before = 0L;
    for (var thread : threads) {
      while (!thread.join(betweenLooks)) {
        var done = batch.stream().mapToLong(Trial::done).sum() + timeRun(threads);
        looks = done == before ? looks + 1 : 0;
        before = done;
        if (looks >= LOOKS && (allWait(threads) || looks >= MANY_LOOKS)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean allWait(List<Thread> threads) {
    return threads.stream().noneMatch(Stress::isRunnable);
  }

  private static boolean isRunnable(Thread thread) {
    return thread.getState() == Thread.State.RUNNABLE;
  }

  /// CPU time, in nanoseconds, of those that do not wait. A thread that waits until another one has
  /// initialised a class is in the state RUNNABLE, and uses none.
  private static long timeRun(List<Thread> threads) {
    return threads.stream()
        .filter(Stress::isRunnable)
        .mapToLong(thread -> THREADS.getThreadCpuTime(thread.threadId()))
        .sum();
  }

  private static Stress summary(List<Trial> batch, boolean stuck) {
    var sum = new Stress(0, 0, stuck, "");
    for (var trial : batch) {
      var fault = trial.fault;
      if (fault != null) {
        sum = sum.and(new Stress(1, fault.isEmpty() ? 0 : 1, stuck, fault));
      }
    }
    return sum;
  }

  private Stress and(Stress more) {
    return new Stress(
        runs + more.runs,
        failures + more.failures,
        stuck || more.stuck,
        first.isEmpty() ? more.first : first);
  }

  /// One run: its threads meet, go, and are gone.
  private static final class Trial {
    private final Scenario scenario;
    private final List<Scenario.Body> bodies;
    private final CountDownLatch meeting;
    private final AtomicInteger left;
    private volatile Throwable thrown;

    /// What went wrong, empty when nothing did; null until that is known.
    private volatile String fault;

    private volatile boolean calledOff;

    Trial(Scenario scenario) {
      this.scenario = scenario;
      this.bodies = scenario.bodies();
      this.meeting = new CountDownLatch(bodies.size());
      this.left = new AtomicInteger(bodies.size());
    }

    void run(int which) {
      if (!meet()) {
        return;
      }
      Thread.interrupted(); // an interrupt that came too late for an earlier run
      try {
        bodies.get(which).run();
      } catch (Throwable failure) {
        thrown = failure;
      }
      if (!calledOff) {
        left.decrementAndGet();
      }
    }

    void callOff() {
      calledOff = true;
    }

    /// Spins a while: to be woken takes longer than the steps that are to collide.
    ///
    /// @return false when the run is called off
    private boolean meet() {
      meeting.countDown();
      for (var spins = 0; meeting.getCount() > 0 && spins < SPINS; spins++) {
        Thread.onSpinWait();
      }
      for (var yields = 0; meeting.getCount() > 0 && yields < YIELDS; yields++) {
        Thread.yield(); // with few cores the others need this one to arrive
      }
      while (!calledOff) {
        try {
          meeting.await();
          return !calledOff;
        } catch (InterruptedException late) {
          // meant for an earlier run, or it is called off
        }
      }
      return false;
    }

    private boolean hasEnded() {
      return left.get() == 0;
    }

    /// How far it is: it grows.
    long done() {
      return fault != null ? 2 : hasEnded() ? 1 : 0;
    }

    /// Checks how it ended, if it did. Blocks as long as the check does.
    void judge() {
      if (hasEnded()) {
        fault = found();
      }
    }

    private String found() {
      try {
        if (thrown != null) {
          return thrown.toString();
        }
        scenario.check();
        return "";
      } catch (Throwable failure) {
        return failure.toString();
      }
    }
  }
}
