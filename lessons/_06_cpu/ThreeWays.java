package _06_cpu;

import static java.util.concurrent.CompletableFuture.supplyAsync;

import _06_cpu.ProcessPool.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;
import workbook.RunPlan;

/// # Process, thread, async
///
/// An image, a large array, a matrix: by processes, by threads, and by tasks that take turns on one
/// thread. Which fits?
public final class ThreeWays implements Experiment {
  private static final String SPEED_UP = "speed-up";
  private static final String TIME = "time";

  private static final int WARM_UPS = 3;

  private static final String IMAGE = "image";
  private static final String ARRAY = "array";
  private static final String MATRIX = "matrix";

  @Override
  public String id() {
    return "three-ways";
  }

  @Override
  public String title() {
    return "Process, thread, async";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        Brighten an image, find the greatest number of a large array, multiply two matrices. Each \
        is cut in two, and two processes do it that have no memory in common with you. Which job \
        gains least by that, or even loses?\
        """,
        IMAGE,
        ARRAY,
        MATRIX);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("workers", 2, 2, 16, "workers, and pieces of each job"),
        new Parameter.Count("image", 1_000, 10, 5_000, "rows and columns of pixels"),
        new Parameter.Count("array", 4_000, 10, 50_000, "thousand numbers"),
        new Parameter.Count("matrix", 600, 10, 1_000, "rows and columns of each matrix"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 5);
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Bars("What fits which job", SPEED_UP, false),
        new Chart.Bars("How long it took", TIME, true));
  }

  @Override
  public void run(Parameters with, Recorder record)
      throws IOException, InterruptedException, ExecutionException {
    var workers = with.count("workers");
    var jobs = new LinkedHashMap<String, List<Task<int[]>>>();
    jobs.put(IMAGE, Pieces.image(with.count("image"), workers));
    jobs.put(ARRAY, Pieces.array(1_000 * with.count("array"), workers));
    jobs.put(MATRIX, Pieces.matrix(with.count("matrix"), workers));
    var gains = new HashMap<String, Double>();
    try (var threads = Executors.newFixedThreadPool(workers);
        var loop = Executors.newSingleThreadExecutor();
        var processes = new ProcessPool(workers)) {
      for (var name : jobs.keySet()) {
        var pieces = jobs.get(name);
        for (var warmUp = 0; warmUp < WARM_UPS; warmUp++) {
          processes.invokeAll(pieces); // they are new
        }
        var job = new Job(name, alone(pieces), record);
        var time = job.measure("one after the other", () -> alone(pieces));
        job.compare("threads", time, () -> inThreads(pieces, threads));
        job.compare("async", time, () -> async(pieces, loop));
        gains.put(name, job.compare("processes", time, () -> processes.invokeAll(pieces)));
        record.fact(name + ", bytes for the pipes", "%,d".formatted(bytes(pieces)));
        record.progress(gains.size(), jobs.size());
      }
    }
    record.answer(Collections.min(gains.entrySet(), Map.Entry.comparingByValue()).getKey());
  }

  private static List<int[]> alone(List<Task<int[]>> pieces) {
    return pieces.stream().map(Task::call).toList();
  }

  private static List<int[]> inThreads(List<Task<int[]>> pieces, ExecutorService threads)
      throws InterruptedException, ExecutionException {
    var results = new ArrayList<int[]>();
    for (var result : threads.invokeAll(pieces)) {
      results.add(result.get());
    }
    return results;
  }

  /// Nobody waits until the end, but one thread does all the work.
  private static List<int[]> async(List<Task<int[]>> pieces, ExecutorService loop)
      throws InterruptedException, ExecutionException {
    var results = pieces.stream().map(piece -> supplyAsync(piece::call, loop)).toList();
    var all = CompletableFuture.allOf(results.toArray(CompletableFuture[]::new));
    return all.thenApply(_ -> results.stream().map(CompletableFuture::join).toList()).get();
  }

  private static long bytes(List<Task<int[]>> pieces) throws IOException {
    var bytes = 0L;
    for (var piece : pieces) {
      bytes += ProcessPool.sizeOf(piece) + ProcessPool.sizeOf(piece.call());
    }
    return bytes;
  }

  private interface Way {
    List<int[]> perform() throws IOException, InterruptedException, ExecutionException;
  }

  private record Job(String name, List<int[]> expected, Recorder record) {
    /// @return milliseconds
    double measure(String way, Way job)
        throws IOException, InterruptedException, ExecutionException {
      var began = System.nanoTime();
      var results = job.perform();
      var millis = (System.nanoTime() - began) / 1e6;
      record.sample(TIME, "ms", name + ", " + way, millis);
      var same = Arrays.deepEquals(results.toArray(), expected.toArray());
      record.claim("Every way finds the same.", same, name + ", " + way);
      return millis;
    }

    /// @return how many times as fast it was as doing the pieces one after the other
    double compare(String way, double alone, Way job)
        throws IOException, InterruptedException, ExecutionException {
      var speedUp = alone / measure(way, job);
      record.sample(SPEED_UP, "times", name + ", " + way, speedUp);
      return speedUp;
    }
  }

  @Override
  public String explanation() {
    return """
    All three jobs only compute, so what counts is how many cores work, and what it costs to give
    them their data.

    **Threads** share memory: nothing is copied. In Java they fit all three.

    **Processes** share nothing. Every piece is turned into bytes, sent through a pipe and read
    again, and so is its result. That pays when there is much work for every byte: for the matrix
    each number is used hundreds of times. For the array each is looked at once, and sending it
    takes far longer than looking. In Python, whose threads take turns, processes are still the way
    for the first and the third; for the array, memory that two processes share, or a library that
    computes in C.

    **Async** tasks take turns on one thread. That is fine for what waits, as connections do, and
    no help at all for what computes: while one task computes, all others stand still.
    """;
  }
}
