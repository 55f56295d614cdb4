package _03_races;

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

/// # Two buyers, one ticket
///
/// The booth looks whether a ticket is left, then hands it out. What if two buyers come at once?
public final class CheckThenAct implements Experiment {
  private static final String TWICE = "sold twice";
  private static final String NEVER = "never";
  private static final String SOMETIMES = "now and then";
  private static final String ALWAYS = "every time";

  @Override
  public String id() {
    return "check-then-act";
  }

  @Override
  public String title() {
    return "Two buyers, one ticket";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        A booth has one ticket and counts it in an AtomicInteger: it asks get() > 0, then calls \
        decrementAndGet(). Two buyers come at once. How often do both get a ticket?\
        """,
        NEVER,
        SOMETIMES,
        ALWAYS);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("trials", 100_000, 100, 1_000_000, "trials"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Bars("Trials in which one ticket was sold twice", TWICE, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var trials = with.count("trials");
    var hasty = sell(trials, HastyBooth::new);
    record.progress(1, 3);
    var atomic = sell(trials, AtomicBooth::new);
    record.progress(2, 3);
    var guarded = sell(trials, GuardedBooth::new);

    record.sample(TWICE, "% of trials", "plain int", 100.0 * hasty[2] / trials);
    record.sample(TWICE, "% of trials", "AtomicInteger", 100.0 * atomic[2] / trials);
    record.sample(TWICE, "% of trials", "one lock", 100.0 * guarded[2] / trials);
    record.claim(
        "Looking and taking under one lock never sells a ticket twice.",
        guarded[2] == 0,
        "2 sold in %,d of %,d trials".formatted(guarded[2], trials));
    record.claim(
        "No booth keeps its ticket: somebody always gets it.",
        hasty[0] + atomic[0] + guarded[0] == 0,
        "0 sold in %,d trials".formatted(hasty[0] + atomic[0] + guarded[0]));
    if (hasty[2] + atomic[2] == 0) {
      record.note(
          "No ticket sold twice this time. A busy machine rarely runs both buyers at once.");
    }
    record.answer(atomic[2] == 0 ? NEVER : atomic[2] < trials ? SOMETIMES : ALWAYS);
  }

  /// Two buyers meet at a fresh booth, trial after trial.
  ///
  /// @return in how many trials 0, 1 and 2 tickets were sold
  private static int[] sell(int trials, Supplier<Booth> fresh)
      throws InterruptedException, ExecutionException {
    var booths = new Booth[trials];
    Arrays.setAll(booths, trial -> fresh.get());
    var start = new Rendezvous();
    var sold = new int[3];
    try (var buyers = Executors.newFixedThreadPool(2)) {
      Future<int[]> ann = buyers.submit(() -> buyAtEach(booths, start));
      Future<int[]> bob = buyers.submit(() -> buyAtEach(booths, start));
      for (var trial = 0; trial < trials; trial++) {
        sold[ann.get()[trial] + bob.get()[trial]]++;
      }
    }
    return sold;
  }

  private static int[] buyAtEach(Booth[] booths, Rendezvous start) throws InterruptedException {
    var bought = new int[booths.length];
    for (var trial = 0; trial < booths.length; trial++) {
      start.meet(trial);
      bought[trial] = booths[trial].sell() ? 1 : 0;
    }
    return bought;
  }

  /// Has one ticket to sell.
  private interface Booth {
    boolean sell();
  }

  private static final class HastyBooth implements Booth {
    private int left = 1;

    @Override
    public boolean sell() {
      if (left > 0) {
        left--;
        return true;
      }
      return false;
    }
  }

  /// Each of its two calls is one step. Together they are two.
  private static final class AtomicBooth implements Booth {
    private final AtomicInteger left = new AtomicInteger(1);

    @Override
    public boolean sell() {
      if (left.get() > 0) {
        left.decrementAndGet();
        return true;
      }
      return false;
    }
  }

  private static final class GuardedBooth implements Booth {
    private int left = 1;

    @Override
    public synchronized boolean sell() {
      if (left > 0) {
        left--;
        return true;
      }
      return false;
    }
  }

  @Override
  public String explanation() {
    return """
    What the booth *saw* was true when it looked. When it acts, that may have changed: this \
    is **check-then-act**, the most common race of all. "If the file is not there, create it", \
    "if the key is missing, put it", "if the balance suffices, pay" have the same form.

    An `AtomicInteger` makes each call indivisible, not two calls in a row. Check and act must \
    be one step: under one lock, or in one call that does both, such as `compareAndSet`, \
    `putIfAbsent` or `Files.createFile`.

    How often it goes wrong is a figure of this machine: the two buyers here start within a \
    fraction of a microsecond. In a real booth it may take a year, and a full house.
    """;
  }
}
