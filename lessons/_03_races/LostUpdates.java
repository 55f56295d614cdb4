package _03_races;

import _03_races.Counting.Way;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;
import workbook.RunPlan;

/// # Seven ways to count
///
/// More and more threads add to one number. Which ways of adding lose updates, and what does each
/// addition cost?
public final class LostUpdates implements Experiment {
  private static final String LOST = "lost updates";
  private static final String COST = "time per increment";

  private static final String BOTH = "both";
  private static final String PAUSING = "only the one with the pause";
  private static final String PLAIN = "only the one without";
  private static final String NEITHER = "neither";

  @Override
  public String id() {
    return "lost-updates";
  }

  @Override
  public String title() {
    return "Seven ways to count";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        Several threads do count++ on a plain int, in a loop that is well warmed up. In another loop \
        there is a short pause between reading and writing. Which of the two loses updates?\
        """,
        BOTH,
        PAUSING,
        PLAIN,
        NEITHER);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("threads", 8, 1, 64, "threads at most"),
        new Parameter.Count("increments", 500_000, 1_000, 10_000_000, "increments per thread"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(2, 5);
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Lines("Updates lost, by number of threads", LOST, "threads", true, false),
        new Chart.Lines("What an increment costs its thread", COST, "threads", true, true));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var threadCounts = doublingUpTo(with.count("threads"));
    var increments = with.count("increments");
    var losers = EnumSet.noneOf(Way.class);
    var done = 0;
    for (var way : Way.values()) {
      var lostInAll = 0L;
      for (var threads : threadCounts) {
        var shared = way.fresh.get();
        var nanos = addTogether(shared, threads, increments);
        var expected = (long) threads * increments;
        var lost = expected - shared.total();
        record.sample(LOST, "%", way.label, threads, 100.0 * lost / expected);
        record.sample(COST, "ns", way.label, threads, (double) nanos / expected);
        record.progress(++done, (long) Way.values().length * threadCounts.size());
        lostInAll += lost;
      }
      if (lostInAll > 0) {
        losers.add(way);
      }
      if (way.promisesAll) {
        record.claim(
            way.label + " loses nothing, however many threads add.",
            lostInAll == 0,
            "%,d updates lost".formatted(lostInAll));
      }
    }
    record.answer(inWords(losers));
  }

  /// Lets the threads start together and waits until all have ended.
  ///
  /// @return the nanoseconds each thread needed for its additions, summed
  private static long addTogether(Counting shared, int threads, int increments)
      throws InterruptedException, ExecutionException {
    var start = new CyclicBarrier(threads);
    try (var pool = Executors.newFixedThreadPool(threads)) {
      var times = new ArrayList<Future<Long>>();
      for (var t = 0; t < threads; t++) {
        times.add(
            pool.submit(
                () -> {
                  start.await();
                  var began = System.nanoTime();
                  shared.add(increments);
                  return System.nanoTime() - began;
                }));
      }
      var sum = 0L;
      for (var time : times) {
        sum += time.get();
      }
      return sum;
    }
  }

  private static List<Integer> doublingUpTo(int most) {
    return IntStream.iterate(1, n -> n <= most, n -> n * 2).boxed().toList();
  }

  private static String inWords(Set<Way> losers) {
    if (losers.contains(Way.PLAIN)) {
      return losers.contains(Way.PAUSING) ? BOTH : PLAIN;
    }
    return losers.contains(Way.PAUSING) ? PAUSING : NEITHER;
  }

  @Override
  public String explanation() {
    return """
    `count++` reads, adds and writes. When two threads read the same number, both write the \
    same sum, and one update is lost. `volatile` makes every read see the latest write; it \
    does not join the three steps into one, so it loses too.

    The plain int may lose **nothing** here. Once warmed up, the JIT turns its whole loop into \
    a single addition, which is over before the next thread begins. That is luck, not safety: \
    with a short pause between reading and writing most updates are gone. Run `warmed-up` to watch \
    the JIT at work, and `lost-for-certain` for a loss without luck.

    The last four promise to lose nothing and keep it. What they cost is a figure of this \
    machine and this run; with more cores or other work between increments the order changes.
    """;
  }
}
