package _06_cpu;

import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;
import workbook.RunPlan;

/// # What cannot be shared
///
/// A part of the work must be done by one thread, before the others can begin. How much does the
/// rest help?
public final class Amdahl implements Experiment {
  private static final String SPEED_UP = "speed-up";
  private static final int QUARTERS = 4;

  @Override
  public String id() {
    return "amdahl";
  }

  @Override
  public String title() {
    return "What cannot be shared";
  }

  @Override
  public Question question() {
    return new Question.Number(
        """
        One thread does half of the work alone, then two threads share the other half, on two \
        cores. How many times as fast is this as one thread for everything?\
        """,
        "times");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("workers", 2, 2, 64, "threads for the part that can be shared"),
        new Parameter.Count("numbers", 500, 1, 20_000, "thousand numbers"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 5);
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Lines(
            "What must be done alone decides", SPEED_UP, "done alone (%)", false, false));
  }

  @Override
  public void run(Parameters with, Recorder record)
      throws InterruptedException, ExecutionException {
    var workers = with.count("workers");
    var shares = Share.deal(1_000L * with.count("numbers"), QUARTERS * workers);
    var results = new HashSet<Long>();
    var everythingAlone = 0.0;
    for (var quarters = QUARTERS; quarters >= 0; quarters--) {
      var alone = shares.subList(0, quarters * workers);
      var together = shares.subList(quarters * workers, shares.size());
      var began = System.nanoTime();
      results.add(inTurn(alone) + atOnce(together, workers));
      var nanos = System.nanoTime() - began;

      everythingAlone = quarters == QUARTERS ? nanos : everythingAlone;
      var serial = (double) quarters / QUARTERS;
      var law = 1 / (serial + (1 - serial) / workers);
      record.sample(SPEED_UP, "times", "measured", 100 * serial, everythingAlone / nanos);
      record.sample(SPEED_UP, "times", "Amdahl's law", 100 * serial, law);
      if (2 * quarters == QUARTERS) {
        record.answer("%.2f".formatted(everythingAlone / nanos));
      }
      record.progress(1 + QUARTERS - quarters, 1 + QUARTERS);
    }
    record.claim(
        "Alone or together, the sum is the same.", results.size() == 1, "found " + results);
  }

  private static long inTurn(List<Share> shares) {
    return shares.stream().mapToLong(Share::call).sum();
  }

  /// Each of the threads does every so many-th share.
  private static long atOnce(List<Share> shares, int workers)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newFixedThreadPool(workers)) {
      var parts = IntStream.range(0, workers).mapToObj(w -> part(shares, w, workers)).toList();
      var sum = 0L;
      for (var part : threads.invokeAll(parts)) {
        sum += part.get();
      }
      return sum;
    }
  }

  private static Callable<Long> part(List<Share> shares, int worker, int workers) {
    return () -> {
      var sum = 0L;
      for (var i = worker; i < shares.size(); i += workers) {
        sum += shares.get(i).call();
      }
      return sum;
    };
  }

  @Override
  public String explanation() {
    return """
    Gene Amdahl's law of 1967: if a share s of the work must be done alone, n workers make the whole
    1 / (s + (1 − s) / n) times as fast. With half of it alone, two workers reach 1.33, a hundred
    reach 1.98, and no number of workers reaches 2. The part done alone is the time that is left
    when the rest costs nothing.

    What is done alone hides well: reading the input, a lock that everybody needs (lesson 04), the
    last worker that all wait for, putting the results together. That is why more cores help less
    than they cost, and why it pays to look at the serial part first.

    The law speaks of cores, not of threads. More workers than cores follow the curve of the
    cores.
    """;
  }
}
