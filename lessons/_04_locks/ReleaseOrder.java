package _04_locks;

import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.FORBIDDEN;
import static workbook.Outcome.Expectation.INTERESTING;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;

/// # Given back in the wrong order
///
/// Some textbooks warn: release two locks in the wrong order, and you get a deadlock. Is it so?
public final class ReleaseOrder implements Experiment {
  private static final String NEVER = "never";

  @Override
  public String id() {
    return "release-order";
  }

  @Override
  public String title() {
    return "Given back in the wrong order";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        Two threads take lock A, then lock B. One gives back B and then A, as brackets close. The \
        other gives back A first. How often do the two deadlock?\
        """,
        "every time",
        "now and then",
        NEVER);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("rounds", 100_000, 1, 1_000_000, "rounds per thread"),
        new Parameter.Count("patience", 200, 1, 5_000, "ms until a thread gives up"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Outcomes("Which order matters: taking or giving back?"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    takenAlikeGivenBackAnyhow(with.count("rounds"), record);
    takenCrosswiseGivenBackWell(with.count("patience"), record);
  }

  private static void takenAlikeGivenBackAnyhow(int rounds, Recorder record) throws Exception {
    var a = new ReentrantLock();
    var b = new ReentrantLock();
    Runnable asBracketsClose =
        () -> {
          a.lock();
          b.lock();
          b.unlock();
          a.unlock();
        };
    Runnable firstComeFirstGone =
        () -> {
          a.lock();
          b.lock();
          a.unlock(); // A again may be taken by the other, who then waits for B
          b.unlock();
        };
    try (var threads = Executors.newFixedThreadPool(2)) {
      var one = threads.submit(() -> repeat(rounds, asBracketsClose));
      var two = threads.submit(() -> repeat(rounds, firstComeFirstGone));
      var through = one.get() + two.get();
      record.outcome("alike", "through", ACCEPTABLE, through, "released in either order");
      record.outcome("alike", "stuck", FORBIDDEN, 2L * rounds - through, "never");
      record.claim(
          "Taken in the same order, no order of giving back deadlocks.",
          through == 2L * rounds,
          "%,d of %,d rounds went through".formatted(through, 2L * rounds));
      record.answer(NEVER);
    }
  }

  private static long repeat(int rounds, Runnable round) {
    for (var i = 0; i < rounds; i++) {
      round.run();
    }
    return rounds;
  }

  private static void takenCrosswiseGivenBackWell(int patience, Recorder record) throws Exception {
    var a = new ReentrantLock();
    var b = new ReentrantLock();
    var bothHoldOne = new CountDownLatch(2);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var one = threads.submit(takeBoth(a, b, bothHoldOne, patience));
      var two = threads.submit(takeBoth(b, a, bothHoldOne, patience));
      var through = (one.get() ? 1 : 0) + (two.get() ? 1 : 0);
      record.outcome("crossed", "through", ACCEPTABLE, through, "the other had given up");
      record.outcome("crossed", "stuck", INTERESTING, 2L - through, "gave up waiting");
      record.claim(
          "Taken crosswise they are stuck, however neatly they would give back.",
          through < 2,
          through + " of 2 went through before one gave up");
    }
  }

  /// Gives back as brackets close. It does not get that far.
  private static Callable<Boolean> takeBoth(
      Lock first, Lock second, CountDownLatch bothHoldOne, int patience) {
    return () -> {
      first.lock();
      try {
        bothHoldOne.countDown();
        bothHoldOne.await();
        var got = second.tryLock(patience, TimeUnit.MILLISECONDS);
        if (got) {
          second.unlock();
        }
        return got;
      } finally {
        first.unlock();
      }
    };
  }

  @Override
  public String explanation() {
    return """
    Giving back never waits for anybody. A thread that gives back its locks, in whatever order, will
    have given back all of them, and so whoever waits goes on. Deadlock comes from *taking*: from
    asking for a lock while holding another one, in different orders.

    Still give back in reverse order, in a `finally` each. Not against deadlock: that way no lock is
    forgotten when something throws, and brackets that close as they opened are easy to read.
    `synchronized` blocks and Python's `with` cannot do otherwise.
    """;
  }
}
