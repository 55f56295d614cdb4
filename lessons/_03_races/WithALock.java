package _03_races;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;

/// # Five threads, a million each
///
/// The classic program, once without and once with a lock. What does it print?
public final class WithALock implements Experiment {
  private static final String COUNTED = "counted";
  private static final String TIME = "time";

  @Override
  public String id() {
    return "with-a-lock";
  }

  @Override
  public String title() {
    return "Five threads, a million each";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        Five threads add one a million times each, without a lock. The program runs three times. \
        How many additions does it count?\
        """,
        "all, each time",
        "too few, the same each time",
        "too few, different each time",
        "too many at least once");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("threads", 5, 1, 64, "threads"),
        new Parameter.Count("increments", 1_000_000, 1, 10_000_000, "increments per thread"),
        new Parameter.Count("times", 3, 1, 20, "runs"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Bars("What was counted", COUNTED, false),
        new Chart.Bars("How long it took", TIME, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var threads = with.count("threads");
    var increments = with.count("increments");
    var times = with.count("times");
    var expected = (long) threads * increments;
    var printed = new ArrayList<Long>();
    var lostUnderLock = 0L;
    for (var time = 1; time <= times; time++) {
      printed.add(measure("no lock", new Counting.Pausing(), threads, increments, record));
      lostUnderLock += expected - measure("lock", new Guarded(), threads, increments, record);
      record.progress(time, times);
    }
    record.claim(
        "With the lock nothing is lost.",
        lostUnderLock == 0,
        "expected %,d each time, %,d lost".formatted(expected, lostUnderLock));
    record.answer(described(printed, expected));
  }

  private static long measure(
      String name, Counting shared, int threads, int increments, Recorder record)
      throws InterruptedException {
    var began = record.now();
    addTogether(shared, threads, increments);
    record.sample(TIME, "ms", name, (record.now() - began) / 1e6);
    record.sample(COUNTED, "increments", name, shared.total());
    record.said(name, "%,d".formatted(shared.total()));
    return shared.total();
  }

  private static void addTogether(Counting shared, int threads, int increments)
      throws InterruptedException {
    var all = new ArrayList<Thread>();
    for (var t = 0; t < threads; t++) {
      all.add(new Thread(() -> shared.add(increments)));
    }
    for (var thread : all) {
      thread.start();
    }
    for (var thread : all) {
      thread.join();
    }
  }

  /// [Counting.Pausing] with a lock around its three steps.
  private static final class Guarded implements Counting {
    private final ReentrantLock lock = new ReentrantLock();
    private int count;

    @Override
    public void add(int times) {
      for (var i = 0; i < times; i++) {
        lock.lock();
        try {
          var read = count;
          Thread.onSpinWait();
          count = read + 1;
        } finally {
          lock.unlock();
        }
      }
    }

    @Override
    public long total() {
      return count;
    }
  }

  private static String described(List<Long> printed, long expected) {
    if (printed.stream().allMatch(total -> total == expected)) {
      return "all, each time";
    }
    if (printed.stream().anyMatch(total -> total > expected)) {
      return "too many at least once";
    }
    var different = printed.stream().distinct().count() > 1;
    return different ? "too few, different each time" : "too few, the same each time";
  }

  @Override
  public String explanation() {
    return """
    Without a lock a thread may read the count, lose the processor to others or run beside \
    them, and then write its old number plus one. All that the others added meanwhile is \
    overwritten. That is why far more is lost than one update a collision, and why each run \
    prints another number.

    With the lock, reading and writing belong together: while one thread is between \
    `lock()` and `unlock()`, the others wait. `unlock()` stands in `finally`, so that an \
    exception cannot leave the others waiting forever. The lock guards the count only because \
    *every* access takes *the same* lock.

    It is not free: compare the times. (`onSpinWait` between reading and writing keeps the JIT \
    from joining the loop into one addition; see `warmed-up`.)
    """;
  }
}
