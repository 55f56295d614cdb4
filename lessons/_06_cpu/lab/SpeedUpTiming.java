package _06_cpu.lab;

import _06_cpu.Collatz;
import _06_cpu.Share;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;

/// The same work for one worker, two, three, …: how many times as fast?
public final class SpeedUpTiming implements Experiment {
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  @Override
  public String id() {
    return "speed-up";
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
        new Chart.Lines("Speed-up", SpeedUpFindings.SPEED_UP, "workers", false, false),
        new Chart.Lines("Time", SpeedUpFindings.TIME, "workers", false, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var most = with.count("workers");
    var numbers = 1_000L * with.count("numbers");
    try (var platform = Executors.newFixedThreadPool(most);
        var virtual = Executors.newVirtualThreadPerTaskExecutor();
        var processes = new ProcessPool(most)) {
      processes.invokeAll(Share.deal(numbers, most)); // each of them is new and must warm up
      var race = new SpeedUpRecord(Collatz.steps(1, numbers), record);
      for (var workers = 1; workers <= most; workers++) {
        var shares = Share.deal(numbers, workers);
        race.measure(SpeedUpFindings.PLATFORM, workers, () -> inThreads(shares, platform));
        race.measure("virtual threads", workers, () -> inThreads(shares, virtual));
        race.measure(
            "processes", workers, () -> processes.invokeAll(shares).stream().reduce(0L, Long::sum));
        record.sample(
            SpeedUpFindings.SPEED_UP, "times", "ideal", workers, Math.min(workers, CORES));
        record.progress(workers, most);
      }
    }
  }

  private static long inThreads(List<Share> shares, ExecutorService threads) throws Exception {
    var sum = 0L;
    for (var share : threads.invokeAll(shares)) {
      sum += share.get();
    }
    return sum;
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return ResultCheck.claim(SpeedUpFindings.answer(seen), seen);
  }
}
