package _03_races;

import static workbook.Outcome.Expectation.ACCEPTABLE;
import static workbook.Outcome.Expectation.FORBIDDEN;
import static workbook.Outcome.Expectation.INTERESTING;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;

/// # Two times ++
///
/// Two threads add one to the same zero, and each keeps the number it made. Which pairs of numbers
/// can there be?
public final class TwoIncrements implements Experiment {
  @Override
  public String id() {
    return "two-increments";
  }

  @Override
  public String title() {
    return "Two times ++";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        Two threads do ++ once on the same zero, and each keeps the number it got. Which pairs \
        turn up in many trials?\
        """,
        "only 1, 2",
        "1, 2 and 2, 1",
        "also 1, 1",
        "also 2, 2");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Choice("counter", "plain", "volatile", "atomic"),
        new Parameter.Count("trials", 100_000, 100, 1_000_000, "trials"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Outcomes("What the two threads got"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var counter = with.choice("counter");
    Supplier<Cell> fresh =
        switch (counter) {
          case "volatile" -> Volatile::new;
          case "atomic" -> Atomic::new;
          default -> Plain::new;
        };
    var pairs = pairsOf(with.count("trials"), fresh);

    var ofTwoOnes = counter.equals("atomic") ? FORBIDDEN : INTERESTING;
    record.outcome("1, 2", ACCEPTABLE, pairs[1][2], "left first");
    record.outcome("2, 1", ACCEPTABLE, pairs[2][1], "right first");
    record.outcome("1, 1", ofTwoOnes, pairs[1][1], "both read 0: one update is lost");
    record.outcome("2, 2", FORBIDDEN, pairs[2][2], "nobody wrote the 1 that both read");
    var forbidden = pairs[2][2] + (ofTwoOnes == FORBIDDEN ? pairs[1][1] : 0);
    record.claim("What is forbidden never occurs.", forbidden == 0, forbidden + " times");
    if (pairs[1][1] == 0 && ofTwoOnes == INTERESTING) {
      record.note("No 1, 1 this time. It stays allowed; a busy machine rarely runs both at once.");
    }
    record.answer(inWords(pairs));
  }

  /// Lets two threads meet at a fresh cell, trial after trial.
  ///
  /// @return how often the left thread got the first index and the right thread the second
  private static int[][] pairsOf(int trials, Supplier<Cell> fresh)
      throws InterruptedException, ExecutionException {
    var cells = new Cell[trials];
    Arrays.setAll(cells, trial -> fresh.get());
    var start = new Rendezvous();
    var pairs = new int[3][3];
    try (var threads = Executors.newFixedThreadPool(2)) {
      Future<int[]> left = threads.submit(() -> incrementEach(cells, start));
      Future<int[]> right = threads.submit(() -> incrementEach(cells, start));
      for (var trial = 0; trial < trials; trial++) {
        pairs[left.get()[trial]][right.get()[trial]]++;
      }
    }
    return pairs;
  }

  private static String inWords(int[][] pairs) {
    if (pairs[2][2] > 0) {
      return "also 2, 2";
    }
    if (pairs[1][1] > 0) {
      return "also 1, 1";
    }
    return pairs[2][1] > 0 ? "1, 2 and 2, 1" : "only 1, 2";
  }

  private static int[] incrementEach(Cell[] cells, Rendezvous start) throws InterruptedException {
    var got = new int[cells.length];
    for (var trial = 0; trial < cells.length; trial++) {
      start.meet(trial);
      got[trial] = cells[trial].increment();
    }
    return got;
  }

  private interface Cell {
    int increment();
  }

  private static final class Plain implements Cell {
    private int count;

    @Override
    public int increment() {
      return ++count;
    }
  }

  private static final class Volatile implements Cell {
    private volatile int count;

    @Override
    public int increment() {
      return ++count;
    }
  }

  private static final class Atomic implements Cell {
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public int increment() {
      return count.incrementAndGet();
    }
  }

  @Override
  public String explanation() {
    return """
    Written out, `++` is three steps: read, add, write. If both threads read 0, both write 1: \
    the pair `1, 1`. Two updates were made and one is left. `volatile` forbids stale reads, and \
    both reads of 0 are fresh: `1, 1` stays possible. `incrementAndGet` is one step, so one of \
    the two must come second and get 2.

    The table speaks of expectation and of sight. **Forbidden** results never occur in code \
    that is right. **Interesting** ones are allowed and may occur: if you see none, they are \
    no less allowed. Their number is no measure of danger; here both threads start within a \
    fraction of a microsecond, on purpose.
    """;
  }
}
