package _04_locks;

import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.FORBIDDEN;
import static workbook.Outcome.Expectation.INTERESTING;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Await;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;
import workbook.RunPlan;

/// # Fair, or fast
///
/// A thread gives back a lock that others wait for, and wants it again at once. Who gets it?
public final class FairOrFast implements Experiment {
  private static final String SPEED = "turns";
  private static final String IN_A_ROW = "times in a row";
  private static final int STEPS = 200; // some work under the lock, as there always is

  @Override
  public String id() {
    return "fair-or-fast";
  }

  @Override
  public String title() {
    return "Fair, or fast";
  }

  @Override
  public Question question() {
    return new Question.Number(
        """
        Several threads take turns at one lock, a third of a microsecond each. How many times as \
        many turns do they get in a second if the lock is unfair?\
        """,
        "times");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("threads", 4, 2, 64, "threads"),
        new Parameter.Count("time", 100, 1, 5_000, "ms for each lock"),
        new Parameter.Count("trials", 20, 1, 1_000, "trials of who is next"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 5);
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Bars("How fast the lock goes round", SPEED, true),
        new Chart.Bars("How often one thread gets it in a row", IN_A_ROW, true),
        new Chart.Outcomes("The holder wants it again: who is next?"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    whoIsNext(with.count("trials"), record);
    var fair = race("fair", new ReentrantLock(true), with, record);
    var free = race("unfair", new ReentrantLock(false), with, record);
    record.answer("%.1f".formatted(free / fair));
  }

  private static void whoIsNext(int trials, Recorder record) throws Exception {
    var overtook = 0;
    for (var trial = 0; trial < trials; trial++) {
      var fair = holderComesBackFirst(new ReentrantLock(true));
      var free = holderComesBackFirst(new ReentrantLock(false));
      overtook += fair ? 1 : 0;
      record.outcome("fair", "waiter", ACCEPTABLE, fair ? 0 : 1, "first come, first served");
      record.outcome("fair", "holder", FORBIDDEN, fair ? 1 : 0, "would be overtaking");
      record.outcome("unfair", "waiter", ACCEPTABLE, free ? 0 : 1, "woke up in time");
      record.outcome("unfair", "holder", INTERESTING, free ? 1 : 0, "overtook the sleeper");
    }
    record.claim(
        "Nobody overtakes those who wait for a fair lock.",
        overtook == 0,
        "overtaken in %,d of %,d trials".formatted(overtook, trials));
  }

  /// The calling thread holds the lock, another waits for it, and the holder wants it again.
  private static boolean holderComesBackFirst(ReentrantLock lock) throws Exception {
    var order = new ArrayList<String>(); // guarded by the lock
    Callable<Boolean> turn = () -> takeTurn("who waited", lock, order);
    try (var threads = Executors.newFixedThreadPool(1)) {
      lock.lock();
      try {
        threads.submit(turn);
        Await.until("the other thread waits", lock::hasQueuedThreads);
      } finally {
        lock.unlock();
      }
      takeTurn("who held it", lock, order);
    } // the other has had its turn, too
    return order.getFirst().equals("who held it");
  }

  private static boolean takeTurn(String name, ReentrantLock lock, List<String> order) {
    lock.lock();
    try {
      return order.add(name);
    } finally {
      lock.unlock();
    }
  }

  /// @return how many turns all threads together had in a second
  private static double race(String name, ReentrantLock lock, Parameters with, Recorder record)
      throws Exception {
    var baton = new Baton(lock);
    Runnable turn = baton::take;
    var all = Stretch.of(with.count("time"), Collections.nCopies(with.count("threads"), turn));
    record.sample(SPEED, "per s", name, all.perSecond());
    record.sample(IN_A_ROW, "turns", name, (double) all.rounds() / Math.max(1, baton.handovers));
    return all.perSecond();
  }

  /// What the threads take turns at: it counts how often it changes hands.
  private static final class Baton {
    private final ReentrantLock lock;
    private final Chain work = new Chain();
    private Thread last;
    private int handovers;

    Baton(ReentrantLock lock) {
      this.lock = lock;
    }

    void take() {
      lock.lock();
      try {
        if (last != Thread.currentThread()) {
          last = Thread.currentThread();
          handovers++;
        }
        work.goOn(STEPS);
      } finally {
        lock.unlock();
      }
    }
  }

  @Override
  public String explanation() {
    return """
    A **fair** lock is handed to whoever has waited longest. That thread sleeps and must be woken
    first, which takes microseconds, and all that time the lock is in nobody's use. Then the next
    one must be woken.

    Without fairness a running thread may take a free lock before the sleeper is up: it **barges**.
    The lock is never idle, and one thread has many turns in a row, with all data in its
    processor's cache. That is why unfair is the default of `ReentrantLock`, and the only kind of
    `synchronized`.

    Fairness helps where a turn is long and nobody may wait for ages. It promises an order of the
    queue, not equal time. And mind: `tryLock()` without a time barges even on a fair lock.
    """;
  }
}
