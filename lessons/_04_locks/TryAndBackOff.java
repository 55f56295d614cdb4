package _04_locks;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;
import workbook.RunPlan;

/// # After you. No, after you
///
/// Whoever cannot get the second lock gives back the first and tries again. Does everybody get on?
public final class TryAndBackOff implements Experiment {
  private static final String SUCCESSES = "got both locks";

  @Override
  public String id() {
    return "try-and-back-off";
  }

  @Override
  public String title() {
    return "After you. No, after you";
  }

  @Override
  public Question question() {
    return new Question.Number(
        """
        Two threads walk in step. Each takes its own lock, tries the other's, and gives back what \
        it got. After 1,000 rounds: how often did anybody get both locks?\
        """,
        "times");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("rounds", 1_000, 1, 100_000, "rounds in step"),
        new Parameter.Count("time", 100, 1, 5_000, "ms for each way out"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 5);
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Bars("How often two threads get both locks", SUCCESSES, true));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    inStep(with.count("rounds"), record);
    record.progress(1, 4);
    var time = with.count("time");
    var a = new ReentrantLock();
    var b = new ReentrantLock();
    compete("tries again at once", new Polite(a, b, 0), new Polite(b, a, 0), time, record);
    record.progress(2, 4);
    compete("pauses at random", new Polite(a, b, 1_000), new Polite(b, a, 1_000), time, record);
    record.progress(3, 4);
    compete("takes A before B", new Orderly(a, b), new Orderly(a, b), time, record);
  }

  /// Broken: nobody waits for a lock, and still nobody gets on.
  private static void inStep(int rounds, Recorder record) throws Exception {
    var a = new ReentrantLock();
    var b = new ReentrantLock();
    var step = new CyclicBarrier(2);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var one = threads.submit(walk(a, b, rounds, step));
      var two = threads.submit(walk(b, a, rounds, step));
      var successes = one.get() + two.get();
      record.answer(Integer.toString(successes));
      record.claim(
          "In step, both give way each time: nobody ever gets both.",
          successes == 0,
          "%,d times in %,d rounds".formatted(successes, rounds));
    }
  }

  private static Callable<Integer> walk(Lock mine, Lock other, int rounds, CyclicBarrier step) {
    return () -> {
      var successes = 0;
      for (var round = 0; round < rounds; round++) {
        mine.lock();
        try {
          step.await(); // both hold their own
          if (other.tryLock()) {
            successes++;
            other.unlock();
          }
          step.await(); // both have tried
        } finally {
          mine.unlock();
        }
        step.await(); // both have given back
      }
      return successes;
    };
  }

  private static void compete(
      String how, Competitor one, Competitor two, int millis, Recorder record) throws Exception {
    Stretch.of(millis, List.of(one, two));
    record.sample(SUCCESSES, "per s", how, (one.successes + two.successes) * 1e3 / millis);
  }

  /// Tries to get two locks, round after round.
  private abstract static sealed class Competitor implements Runnable {
    long successes;
  }

  /// Gives way, and tries again after a random time that grows with each failure.
  private static final class Polite extends Competitor {
    private final Lock mine;
    private final Lock other;
    private final int longestMicros;
    private int failures;

    /// @param longestMicros the longest pause in microseconds; 0 to try again at once
    Polite(Lock mine, Lock other, int longestMicros) {
      this.mine = mine;
      this.other = other;
      this.longestMicros = longestMicros;
    }

    @Override
    public void run() {
      if (gotBoth()) {
        successes++;
        failures = 0;
      } else if (longestMicros > 0) {
        failures = Math.min(failures + 1, 30);
        var most = Math.min(1 << failures, longestMicros);
        var micros = ThreadLocalRandom.current().nextInt(most);
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(micros));
      }
    }

    private boolean gotBoth() {
      mine.lock();
      try {
        Thread.yield(); // as if there were work to do: else the two would seldom meet
        if (!other.tryLock()) {
          return false;
        }
        other.unlock();
        return true;
      } finally {
        mine.unlock();
      }
    }
  }

  /// Waits for the one that comes first for everybody, then for the second.
  private static final class Orderly extends Competitor {
    private final Lock first;
    private final Lock second;

    Orderly(Lock first, Lock second) {
      this.first = first;
      this.second = second;
    }

    @Override
    public void run() {
      first.lock();
      try {
        Thread.yield();
        second.lock();
        second.unlock();
        successes++;
      } finally {
        first.unlock();
      }
    }
  }

  @Override
  public String explanation() {
    return """
    Nobody waits while holding a lock, so this is no deadlock. It is a **livelock**: both threads
    are busy and nobody gets anywhere, like two people who meet in a corridor and step aside to the
    same side. Barriers keep them in step here. Without barriers, "tries again at once" comes close:
    each thread has its own lock in hand nearly all the time, so the other's try nearly always
    fails.

    One way out is chance: each pauses for a random time, longer after each failure, and soon one of
    them is alone. Networks do the same when two stations send at once. Nobody can promise how long
    it takes; but who sleeps wants no lock, so it may be fast.

    Where an order of the locks is known, take them in that order. Back off where there is none:
    when the locks come from somewhere else, or when giving up after a time is an answer, too.
    """;
  }
}
