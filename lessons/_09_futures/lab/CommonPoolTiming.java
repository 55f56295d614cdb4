package _09_futures.lab;

import _09_futures.CommonPool;
import _09_futures.Xorshift;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntToLongFunction;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;

/// A parallel stream computes while every worker of the common pool waits for something else.
public final class CommonPoolTiming implements Experiment {
  @Override
  public String id() {
    return "common-pool";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("pieces", 200, 2, 100_000, "pieces of work"),
        new Parameter.Count("rounds", 200_000, 1, 10_000_000, "rounds of computing in a piece"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(2, 9);
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Bars("Until the sum is there", CommonPoolFindings.TIME, false));
  }

  /// One way to compute the sum.
  private interface Way {
    long sum(int pieces, IntToLongFunction work);
  }

  @Override
  public void run(Parameters with, Recorder record) throws InterruptedException {
    measure(CommonPoolFindings.ALONE, CommonPool::sequential, with, record);
    measure(CommonPoolFindings.FREE, CommonPool::parallel, with, record);
    var done = new CountDownLatch(1);
    try {
      CommonPool.block(done);
      measure(CommonPoolFindings.BLOCKED, CommonPool::parallel, with, record);
    } finally {
      done.countDown();
    }
  }

  private static void measure(String way, Way sum, Parameters with, Recorder record) {
    Set<String> threads = ConcurrentHashMap.newKeySet();
    var rounds = with.count("rounds");
    IntToLongFunction work =
        piece -> {
          threads.add(Thread.currentThread().getName());
          return Xorshift.compute(piece + 1, rounds);
        };
    var began = System.nanoTime();
    var result = sum.sum(with.count("pieces"), work);
    record.sample(CommonPoolFindings.TIME, "ms", way, (System.nanoTime() - began) / 1e6);
    record.sample(CommonPoolFindings.THREADS, "threads", way, threads.size());
    record.fact("sum, " + way, "%x".formatted(result));
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return CommonPoolFindings.of(seen);
  }
}
