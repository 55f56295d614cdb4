package _06_cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLongArray;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;
import workbook.RunPlan;
import workbook.Series;

/// # Neighbours
///
/// Two threads count, each its own number. The numbers stand in one array. Does it matter how far
/// apart?
public final class FalseSharing implements Experiment {
  private static final String TIME = "time per increment";
  private static final String TWO = "two threads, a number each";
  private static final List<Integer> DISTANCES = List.of(1, 2, 4, 8, 16, 32);

  /// The first element used: what stands before it in memory, as the array's length, is not near.
  private static final int START = 32;

  /// A processor moves memory in lines of 64 bytes, mostly. Where a line begins within an array is
  /// not known, so the first number is put at eight places, one after the other.
  private static final int PLACES = 8;

  /// From here on, one time counts as longer than another.
  private static final double LONGER = 1.3;

  @Override
  public String id() {
    return "false-sharing";
  }

  @Override
  public String title() {
    return "Neighbours";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        Two threads on two cores count, each in its own element of an array. No thread touches the \
        other's. The two elements are neighbours, or 256 bytes apart. Which is faster?\
        """,
        "neighbours: the memory is close together",
        "apart",
        "no difference: nothing is shared");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("increments", 200, 1, 10_000, "thousand increments per thread"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(2, 5);
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Lines(
            "Two counters in one array, by their distance", TIME, "distance (bytes)", true, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var increments = 1_000 * with.count("increments");
    var lost = 0L;
    var medians = new ArrayList<Double>();
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (var distance : DISTANCES) {
        var samples = new ArrayList<Double>();
        for (var place = START; place < START + PLACES; place++) {
          var counts = new AtomicLongArray(2 * START + PLACES + distance);
          var nanos = countBoth(counts, place, place + distance, increments, threads);
          record.sample(TIME, "ns", TWO, distance * Long.BYTES, nanos);
          samples.add(nanos);
          lost += 2L * increments - counts.get(place) - counts.get(place + distance);

          var single = threads.submit(() -> count(new AtomicLongArray(1), 0, increments));
          record.sample(TIME, "ns", "one thread alone", distance * Long.BYTES, single.get());
        }
        medians.add(new Series.Point(distance, samples).median());
      }
    }
    record.claim(
        "Each thread has its own number, and no increment is lost.",
        lost == 0,
        "%,d increments lost".formatted(lost));
    record.answer(inWords(medians.getFirst() / medians.getLast()));
  }

  /// @return nanoseconds an increment took, on average of the two threads
  private static double countBoth(
      AtomicLongArray counts, int one, int other, int times, ExecutorService threads)
      throws InterruptedException, ExecutionException {
    var start = new CyclicBarrier(2);
    Future<Double> mine = threads.submit(() -> startAndCount(start, counts, one, times));
    Future<Double> yours = threads.submit(() -> startAndCount(start, counts, other, times));
    return (mine.get() + yours.get()) / 2;
  }

  private static double startAndCount(
      CyclicBarrier start, AtomicLongArray counts, int element, int times)
      throws InterruptedException, BrokenBarrierException {
    start.await();
    return count(counts, element, times);
  }

  private static double count(AtomicLongArray counts, int element, int times) {
    var began = System.nanoTime();
    for (var i = 0; i < times; i++) {
      counts.incrementAndGet(element);
    }
    return (double) (System.nanoTime() - began) / times;
  }

  private static String inWords(double neighboursToApart) {
    if (neighboursToApart > LONGER) {
      return "apart";
    }
    return neighboursToApart < 1 / LONGER
        ? "neighbours: the memory is close together"
        : "no difference: nothing is shared";
  }

  @Override
  public String explanation() {
    return """
    The program shares nothing, but the processor does. It moves memory between caches in *lines*,
    of 64 bytes on most machines. To write, a core must have the line for itself. When two numbers
    lie in one line, the cores take it from each other again and again, as if both wrote the same
    number. That is *false sharing*.

    Elements 8 bytes apart nearly always lie in one line, those 32 bytes apart half of the time,
    depending on where the line begins; from 64 bytes on never, where a line has 64 bytes. Some
    processors fetch lines in pairs, or have longer ones: there it needs 128.

    The sums are right all the same: false sharing costs time, never correctness. What helps: count
    in a local variable and write once at the end, or keep what different threads write far apart.
    `LongAdder` does the latter inside. With a single core, on a busy machine, or with two cores
    that share their cache, you may see no difference.
    """;
  }
}
