package _06_cpu.lab;

import _06_cpu.TwoElements;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLongArray;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;

/// Two threads count, each in its own element of one array: does the distance matter?
public final class FalseSharingTiming implements Experiment {
  /// The first element used: the array's length, which stands before it in memory, is not near.
  private static final int START = 32;

  /// Where a cache line begins within an array is not known. So the first element is at each of
  /// eight places, one after the other: a line of 64 bytes has so many.
  private static final int PLACES = 8;

  @Override
  public String id() {
    return "false-sharing";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("increments", 2_000, 1, 10_000, "thousand increments per thread"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(2, 5);
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Lines(
            "Two counters in one array", FalseSharingRecord.TIME, "distance (bytes)", true, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var increments = 1_000 * with.count("increments");
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (var distance : FalseSharingRecord.DISTANCES) {
        for (var place = START; place < START + PLACES; place++) {
          count(place, distance, increments, threads, record);
        }
      }
    }
  }

  private static void count(
      int place, int distance, int increments, ExecutorService threads, Recorder record)
      throws Exception {
    var counts = new AtomicLongArray(2 * START + PLACES + distance);
    var elements = new TwoElements(counts, place, place + distance);
    var periods = elements.count(increments, threads);
    FalseSharingRecord.two(distance, periods, increments, record);
    FalseSharingRecord.lost(2L * increments - elements.sum(), record);

    var single = threads.submit(() -> elements.count(place, increments)).get();
    FalseSharingRecord.alone(distance, single, increments, record);
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return FalseSharingFindings.of(seen);
  }
}
