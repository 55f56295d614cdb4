package _04_locks;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;
import workbook.RunPlan;

/// # What does a lock cost?
///
/// The work between lock and unlock grows. When does the lock matter, and why?
public final class LockCost implements Experiment {
  private static final String TIME = "time per section";
  private static final List<Integer> LENGTHS = List.of(1, 10, 100, 1_000, 10_000);

  @Override
  public String id() {
    return "lock-cost";
  }

  @Override
  public String title() {
    return "What does a lock cost?";
  }

  @Override
  public Question question() {
    return new Question.Number(
        """
        Two threads do 10,000 steps under a lock, again and again. How many times as long do they \
        take when they share the lock as when each has its own?\
        """,
        "times");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("time", 30, 1, 5_000, "ms for each measurement"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(2, 5);
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Lines("What a section costs its thread", TIME, "steps in it", true, true));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var right = true;
    for (var length : LENGTHS) {
      var alone = new Worker(new ReentrantLock(), new Chain(), length);
      measure("one thread", List.of(alone), with, record);

      var mine = new Worker(new ReentrantLock(), new Chain(), length);
      var yours = new Worker(new ReentrantLock(), new Chain(), length);
      var apart = measure("two, a lock each", List.of(mine, yours), with, record);

      var shared = new Worker(new ReentrantLock(), new Chain(), length);
      var together = measure("two, one lock", List.of(shared, shared), with, record);
      right &= shared.chain.isAfter(together.rounds() * length);
      record.answer("%.1f".formatted(apart.perSecond() / together.perSecond()));
    }
    record.claim(
        "With one lock no step of the two is lost.",
        right,
        right ? "each chain is as long as it should be" : "a chain is not what it should be");
  }

  private static Stretch measure(String how, List<Worker> workers, Parameters with, Recorder record)
      throws Exception {
    List<Runnable> rounds = List.copyOf(workers);
    var all = Stretch.of(with.count("time"), rounds);
    var length = workers.getFirst().length;
    var perThread = Math.max(1.0, all.rounds()) / workers.size();
    record.sample(TIME, "ns", how, length, all.nanos() / perThread);
    return all;
  }

  /// Does its work under a lock.
  private record Worker(Lock lock, Chain chain, int length) implements Runnable {
    @Override
    public void run() {
      lock.lock();
      try {
        chain.goOn(length);
      } finally {
        lock.unlock();
      }
    }
  }

  @Override
  public String explanation() {
    return """
    A free lock costs some tens of nanoseconds. Under a section of ten thousand steps you do not see
    it, and above a section of one step you see nothing else. When two threads want it at the same
    time, it costs more: one must be put to sleep and woken, and the data moves from one processor's
    cache to the other's.

    For long sections that price vanishes too. What stays is the **waiting**: while one works under
    the lock, the other does not work. Two threads with one lock are as fast as one thread, or
    slower, however cheap the lock.

    So keep sections short, do the slow work before or after them, and give unrelated data locks of
    their own. Two locks that are never wanted at the same time cost almost nothing.
    """;
  }
}
