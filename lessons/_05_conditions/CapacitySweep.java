package _05_conditions;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;
import workbook.RunPlan;

/// # How many places are enough?
///
/// One thread puts, one takes. The queue between them gets longer and longer. What does it help?
public final class CapacitySweep implements Experiment {
  private static final String SPEED = "items passed on";
  private static final List<Integer> PLACES = List.of(1, 4, 16, 64, 256, 1_024);

  @Override
  public String id() {
    return "capacity-sweep";
  }

  @Override
  public String title() {
    return "How many places are enough?";
  }

  @Override
  public Question question() {
    return new Question.Number(
        """
        One thread puts items as fast as it can, another takes them. How many times as many items \
        go through a queue of 1,024 places in a second as through a queue of 1?\
        """,
        "times");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("items", 10_000, 1_024, 1_000_000, "items for each capacity"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 5);
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Lines("More places, fewer naps: up to a point", SPEED, "places", true, true));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var items = with.count("items");
    var inOrder = true;
    var slowest = 0.0;
    for (var step = 0; step < PLACES.size(); step++) {
      var places = PLACES.get(step);
      var queue = new BoundedQueue<Integer>(places);
      var began = System.nanoTime();
      inOrder &= passOn(queue, items);
      var perSecond = items * 1e9 / (System.nanoTime() - began);
      record.sample(SPEED, "per s", "one puts, one takes", places, perSecond);
      slowest = step == 0 ? perSecond : slowest;
      record.answer("%.0f".formatted(perSecond / slowest));
      record.progress(step + 1L, PLACES.size());
    }
    record.claim(
        "Whatever the capacity, every item arrives, in the order it was put.",
        inOrder,
        inOrder ? "%,d items each time".formatted(items) : "the items came out of order");
  }

  /// @return whether every item came out in the order they went in
  private static boolean passOn(BoundedQueue<Integer> queue, int items) throws Exception {
    Callable<Boolean> producer =
        () -> {
          for (var item = 0; item < items; item++) {
            queue.put(item);
          }
          return true;
        };
    Callable<Boolean> consumer =
        () -> {
          var inOrder = true;
          for (var item = 0; item < items; item++) {
            inOrder &= queue.take() == item;
          }
          return inOrder;
        };
    try (var threads = Executors.newFixedThreadPool(2)) {
      var putting = threads.submit(producer);
      var taking = threads.submit(consumer);
      return putting.get() && taking.get();
    }
  }

  @Override
  public String explanation() {
    return """
    With one place the two must take turns: put, wake the other, sleep; take, wake the other, sleep.
    Each item costs two naps, and to put a thread to sleep and wake it takes microseconds, a hundred
    times as long as the work in the queue itself.

    With more places one side may run ahead while the other is still waking up. Many items go through
    for one nap. Soon there are hardly any naps left to save, and the curve becomes flat: what remains
    is the lock.

    A long queue does not make a slow consumer faster. It only stores what has not been done, and the
    last item in it waits for all the others. Take as many places as smooth out the bumps, and no more.
    """;
  }
}
