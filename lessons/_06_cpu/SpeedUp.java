package _06_cpu;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

/// # More workers
///
/// The same work for one worker, two, three, … Platform threads, virtual threads, processes: how
/// many times as fast?
public final class SpeedUp implements Experiment {
  private static final String SPEED_UP = "speed-up";
  private static final String TIME = "time for all";

  private static final int CORES = Runtime.getRuntime().availableProcessors();

  @Override
  public String id() {
    return "speed-up";
  }

  @Override
  public String title() {
    return "More workers";
  }

  @Override
  public Question question() {
    return new Question.Number(
        """
        Two threads share a long computation, on two cores. How many times as fast are they as one \
        thread?\
        """,
        "times");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("workers", Math.min(2 * CORES, 16), 2, 64, "workers at most"),
        new Parameter.Count("numbers", 500, 1, 20_000, "thousand numbers"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 5);
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Lines("More workers than cores do not help", SPEED_UP, "workers", false, false),
        new Chart.Lines("How long it took", TIME, "workers", false, false));
  }

  @Override
  public void run(Parameters with, Recorder record)
      throws IOException, InterruptedException, ExecutionException {
    var most = with.count("workers");
    var numbers = 1_000L * with.count("numbers");
    var results = new HashSet<Long>();
    try (var platform = Executors.newFixedThreadPool(most);
        var virtual = Executors.newVirtualThreadPerTaskExecutor();
        var processes = new ProcessPool(most)) {
      sum(processes.invokeAll(Share.deal(numbers, most))); // each of them is new and must warm up
      var alone = 0.0;
      for (var workers = 1; workers <= most; workers++) {
        var shares = Share.deal(numbers, workers);
        var time = new Stopwatch(workers, results, record);
        var byThreads = time.measure("platform threads", () -> inThreads(shares, platform));
        alone = workers == 1 ? byThreads : alone;
        var byVirtual = time.measure("virtual threads", () -> inThreads(shares, virtual));
        var byProcesses = time.measure("processes", () -> sum(processes.invokeAll(shares)));

        record.sample(SPEED_UP, "times", "platform threads", workers, alone / byThreads);
        record.sample(SPEED_UP, "times", "virtual threads", workers, alone / byVirtual);
        record.sample(SPEED_UP, "times", "processes", workers, alone / byProcesses);
        record.sample(SPEED_UP, "times", "ideal", workers, Math.min(workers, CORES));
        if (workers == 2) {
          record.answer("%.1f".formatted(alone / byThreads));
        }
        record.progress(workers, most);
      }
    }
    record.claim(
        "Threads or processes, few or many: all find the same sum.",
        results.size() == 1,
        "found " + results);
  }

  private static long inThreads(List<Share> shares, ExecutorService threads)
      throws InterruptedException, ExecutionException {
    var sum = 0L;
    for (var share : threads.invokeAll(shares)) {
      sum += share.get();
    }
    return sum;
  }

  private static long sum(List<Long> parts) {
    return parts.stream().mapToLong(Long::longValue).sum();
  }

  private interface Job {
    long perform() throws IOException, InterruptedException, ExecutionException;
  }

  /// Measures jobs of one number of workers, and keeps what they found.
  private record Stopwatch(int workers, Set<Long> results, Recorder record) {
    /// @return milliseconds
    double measure(String who, Job job)
        throws IOException, InterruptedException, ExecutionException {
      var began = System.nanoTime();
      results.add(job.perform());
      var millis = (System.nanoTime() - began) / 1e6;
      record.sample(TIME, "ms", who, workers, millis);
      return millis;
    }
  }

  @Override
  public String explanation() {
    return """
    Work that can be cut into independent pieces goes nearly as many times as fast as there are
    cores, and no faster: more workers than cores only take turns. What is missing to the ideal line
    is the time to hand out the work and to wait for the last one, and whatever else this machine
    had to do.

    Look at three workers on two cores. The system lets three platform threads take turns every few
    milliseconds, so both cores are busy to the end. Virtual threads do not take turns: each keeps
    its core until it waits or ends. Two of them finish, then the third computes alone, and the
    whole is 1.5 times as fast. Virtual threads are made for what waits.

    Processes are as fast as threads here, once they run. They would be the answer to an interpreter
    lock; Java has none. They were started before the clock, and a task is three numbers. What the
    start costs is measured in lesson 01, and what it costs to send more in `three-ways`.
    """;
  }
}
