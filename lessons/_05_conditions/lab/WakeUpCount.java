package _05_conditions.lab;

import _05_conditions.BoundedQueue;
import _05_conditions.OldQueue;
import java.util.List;
import java.util.concurrent.Callable;
import workbook.Await;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// Many threads wait for items, which come one by one: who wakes up for nothing?
public final class WakeUpCount implements Experiment {
  @Override
  public String id() {
    return "wait-notify";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("threads", 10, 1, 200, "threads that wait"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Bars("Wake-ups in vain", WakeUpFindings.IN_VAIN, false));
  }

  private interface Put {
    void put(int item) throws Exception;
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var count = with.count("threads");
    var items = new WatchedItems<Integer>();
    var old = new OldQueue<>(count, items);
    feed(WakeUpFindings.OLD, old::take, old::put, items, count, record);
    items = new WatchedItems<>();
    var queue = new BoundedQueue<>(count, items);
    feed(WakeUpFindings.NEW, queue::take, queue::put, items, count, record);
  }

  /// Lets all threads wait, then puts the items one by one.
  private static void feed(
      String how,
      Callable<Integer> take,
      Put put,
      WatchedItems<Integer> items,
      int count,
      Recorder record)
      throws Exception {
    var done = new Deliveries(count);
    try (var takers = new Takers(count, take, done)) {
      Await.until("everybody has looked", () -> items.foundEmpty() == count);
      for (var item = 0; item < count; item++) {
        var left = count - item;
        Await.until("all who got nothing wait", () -> takers.waiting() == left);
        put.put(item);
      }
      done.await();
    }
    record.sample(WakeUpFindings.IN_VAIN, "times", how, items.foundEmpty() - count);
    done.record(how, record);
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return WakeUpFindings.of(with.count("threads"), seen);
  }
}
