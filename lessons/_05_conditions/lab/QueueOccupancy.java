package _05_conditions.lab;

import _05_conditions.BoundedQueue;
import java.util.List;
import java.util.concurrent.Executors;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;
import workbook.RunPlan;

/// One thread puts items into a bounded queue, others take them and work: who waits for whom?
public final class QueueOccupancy implements Experiment {
  @Override
  public String id() {
    return "bounded-queue";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("places", 5, 1, 1_000, "places"),
        new Parameter.Count("items", 50, 1, 1_000, "items"),
        new Parameter.Count("workers", 2, 1, 16, "workers"),
        new Parameter.Count("make", 0, 0, 50, "ms to make each item"),
        new Parameter.Count("work", 4, 0, 50, "ms of work on each item"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 1); // the first run would show how classes are loaded
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Lines("Items in the queue", QueueFindings.INSIDE, "time (ms)", false, false),
        new Chart.Timeline("Who works, and who is in put() or take()"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var items = new WatchedItems<Integer>(QueueFindings.stairs(record));
    var queue = new BoundedQueue<>(with.count("places"), items);
    var done = new Deliveries(with.count("items"));
    try (var threads = Executors.newFixedThreadPool(with.count("workers"));
        AutoCloseable _ = threads::shutdownNow) { // in the end nobody waits for another item
      for (var n = 1; n <= with.count("workers"); n++) {
        var activity = new Activity("worker " + n, record);
        threads.submit(
            () -> {
              while (true) {
                var item = queue.take();
                activity.did(QueueFindings.TAKES);
                activity.sleep(with.count("work"), "works");
                done.add(item);
              }
            });
      }
      var activity = new Activity("producer", record);
      for (var item = 0; item < with.count("items"); item++) {
        activity.sleep(with.count("make"), "makes an item");
        queue.put(item);
        activity.did(QueueFindings.PUTS);
      }
      done.await();
    }
    done.record("", record);
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return QueueFindings.of(with, seen);
  }
}
