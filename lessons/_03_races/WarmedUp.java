package _03_races;

import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.INTERESTING;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;

/// # The loop that stops losing
///
/// The same wrong code, round after round in one young JVM. What does a round lose when the JVM has
/// warmed up?
public final class WarmedUp implements Experiment {
  private static final String LOST = "lost updates";
  private static final String COST = "time per increment";

  /// To yield takes so much longer than to add that this share of the increments will do.
  private static final int FEWER = 20;

  @Override
  public String id() {
    return "warmed-up";
  }

  @Override
  public String title() {
    return "The loop that stops losing";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        Two threads run count++ in a loop, round after round in one JVM. It warms up: the loop \
        becomes a thousand times faster. What does a round lose then?\
        """,
        "some share, as before",
        "always nothing",
        "nothing, or exactly half");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("rounds", 511, 20, 4_095, "rounds"),
        new Parameter.Count("increments", 20_000, 100, 1_000_000, "increments per thread"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Lines("Updates lost while the JVM warms up", LOST, "from round", true, false),
        new Chart.Lines("What an increment costs its thread", COST, "from round", true, true),
        new Chart.Outcomes("What a warmed-up round of count++ lost"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var rounds = with.count("rounds");
    var increments = with.count("increments");
    var warm = new Losses();
    for (var round = 1; round <= rounds; round++) {
      var lost = race("count++", new Counting.Plain(), increments, round, record);
      if (round > rounds / 4) {
        warm.add(lost, 2L * increments);
      }
      race("read, yield, write", new Yielding(), increments / FEWER, round, record);
      record.progress(round, rounds);
    }
    warm.tell(record);
    record.answer(warm.inWords());
  }

  /// Two threads add to a fresh number at the same time.
  ///
  /// @return how many additions were lost
  private static long race(String name, Counting shared, int increments, int round, Recorder record)
      throws InterruptedException, ExecutionException {
    var start = new Rendezvous();
    var nanos = 0L;
    try (var threads = Executors.newFixedThreadPool(2)) {
      Future<Long> one = threads.submit(() -> addTimed(start, shared, increments));
      Future<Long> two = threads.submit(() -> addTimed(start, shared, increments));
      nanos = one.get() + two.get();
    }
    var asked = 2L * increments;
    var lost = asked - shared.total();
    var from = Integer.highestOneBit(round); // rounds 1, 2-3, 4-7, 8-15, …: warming up is quick
    record.sample(LOST, "%", name, from, 100.0 * lost / asked);
    record.sample(COST, "ns", name, from, (double) nanos / asked);
    record.claim("However the threads meet, nobody counts too much.", lost >= 0, "in every round");
    return lost;
  }

  private static long addTimed(Rendezvous start, Counting shared, int increments)
      throws InterruptedException {
    start.meet(0);
    var began = System.nanoTime();
    shared.add(increments);
    return System.nanoTime() - began;
  }

  /// Lets others run between reading and writing. No compiler joins what is so far apart.
  private static final class Yielding implements Counting {
    private int count;

    @Override
    public void add(int times) {
      for (var i = 0; i < times; i++) {
        var read = count;
        Thread.yield();
        count = read + 1;
      }
    }

    @Override
    public long total() {
      return count;
    }
  }

  /// How many rounds lost nothing, some, and exactly half.
  private static final class Losses {
    private int nothing;
    private int some;
    private int half;

    void add(long lost, long asked) {
      if (lost == 0) {
        nothing++;
      } else if (2 * lost == asked) {
        half++;
      } else {
        some++;
      }
    }

    void tell(Recorder record) {
      record.outcome("nothing", ACCEPTABLE, nothing, "one thread after the other");
      record.outcome("some", INTERESTING, some, "many small steps got mixed up");
      record.outcome("exactly half", INTERESTING, half, "two big steps collided");
    }

    String inWords() {
      if (some > 0) {
        return "some share, as before";
      }
      return half > 0 ? "nothing, or exactly half" : "always nothing";
    }
  }

  @Override
  public String explanation() {
    return """
    At first the interpreter runs every `count++` one by one, and the two threads get in each \
    other's way. Then the JIT compiler sees a loop that adds one many times and makes of it \
    **one addition**: read the count, add 20,000, write. It is over within nanoseconds, mostly \
    before the other thread begins, and nothing is lost. But when the two additions do collide, \
    one of them is lost whole: exactly half of the round.

    So the program that "works now" is still broken: its losses are rarer and bigger. The other \
    line lets another thread run between reading and writing; no compiler can join what is \
    that far apart, and it loses all the time.

    A test of racy code tells about this JVM, this machine and this minute. With a single core \
    you may see no loss by `count++` at all.
    """;
  }
}
