package _05_conditions.lab;

import _05_conditions.BoundedQueue;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;

/// One thread puts, one takes, and the queue between them has ever more places.
public final class CapacityTiming implements Experiment {
  private static final List<Integer> PLACES = List.of(1, 4, 16, 64, 256, 1_024);

  @Override
  public String id() {
    return "capacity-sweep";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("items", 10_000, 5_000, 1_000_000, "items for each capacity"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(2, 9);
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Lines("Items through the queue", CapacityFindings.SPEED, "places", true, true),
        new Chart.Lines("Waits for each item", CapacityFindings.WAITS, "places", true, false));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var items = with.count("items");
    for (var places : PLACES) {
      var queue = new BoundedQueue<Integer>(places);
      Callable<Long> producer =
          () -> {
            for (var item = 0; item < items; item++) {
              queue.put(item);
            }
            return CapacityFindings.waitsOfThisThread();
          };
      var lost = new int[1]; // read when the consumer has ended
      Callable<Long> consumer =
          () -> {
            for (var item = 0; item < items; item++) {
              if (queue.take() != item) {
                lost[0]++;
              }
            }
            return CapacityFindings.waitsOfThisThread();
          };
      var began = System.nanoTime();
      try (var threads = Executors.newFixedThreadPool(2);
          AutoCloseable _ = threads::shutdownNow) {
        var puts = threads.submit(producer);
        var takes = threads.submit(consumer);
        CapacityFindings.record(places, items, began, takes.get() + puts.get(), lost[0], record);
      }
      record.progress(PLACES.indexOf(places) + 1L, PLACES.size());
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return CapacityFindings.of(PLACES.getFirst(), PLACES.getLast(), seen);
  }
}
