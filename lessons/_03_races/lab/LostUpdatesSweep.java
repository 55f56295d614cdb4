package _03_races.lab;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;

/// More and more threads add to one number, in seven ways.
public final class LostUpdatesSweep implements Experiment {
  @Override
  public String id() {
    return "lost-updates";
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
        new Chart.Lines(
            "Updates lost, by number of threads", LostUpdatesFindings.LOST, "threads", true, false),
        new Chart.Lines(
            "What an increment costs its thread", LostUpdatesFindings.COST, "threads", true, true));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    for (var way : CountingWay.values()) {
      for (var threads = 1; threads <= with.count("threads"); threads *= 2) {
        count(way, threads, with.count("increments"), record);
      }
      record.progress(way.ordinal() + 1, CountingWay.values().length);
    }
  }

  private void count(CountingWay way, int threads, int times, Recorder record) throws Exception {
    var shared = way.fresh.get();
    var start = new CyclicBarrier(threads);
    Callable<Long> adding =
        () -> {
          start.await();
          var began = System.nanoTime();
          shared.add(times);
          return System.nanoTime() - began;
        };
    var nanos = 0L;
    try (var pool = Executors.newFixedThreadPool(threads)) {
      for (var time : pool.invokeAll(Collections.nCopies(threads, adding))) {
        nanos += time.get();
      }
    }
    var asked = (double) threads * times;
    LostUpdatesFindings.record(way, threads, 1 - shared.total() / asked, nanos / asked, record);
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return LostUpdatesFindings.of(seen);
  }
}
