package _05_conditions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;
import workbook.RunPlan;

/// # Five places
///
/// One thread puts items into a queue of five, two take them out and work. How full does it get?
public final class FivePlaces implements Experiment {
  private static final String INSIDE = "items in the queue";
  private static final int LIMIT_SECONDS = 50;

  /// So long before a change, in milliseconds, the chart shows the old number: it makes steps.
  private static final double A_MOMENT = 1e-6;

  @Override
  public String id() {
    return "bounded-queue";
  }

  @Override
  public String title() {
    return "Five places";
  }

  @Override
  public Question question() {
    return new Question.Number(
        """
        A queue has 5 places. One thread puts 50 items as fast as it can. Two workers take them; \
        each item means some work. How many items are in the queue at most?\
        """,
        "items");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("places", 5, 1, 1_000, "places"),
        new Parameter.Count("items", 50, 1, 1_000, "items"),
        new Parameter.Count("workers", 2, 1, 16, "workers"),
        new Parameter.Count("work", 4, 0, 50, "ms of work for each item"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 1); // the first run would show how classes are loaded
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Lines("The queue fills up, and stays full", INSIDE, "time (ms)", false, false),
        new Chart.Timeline("Who waits: the one that puts, or those that take?"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var sizes = new ArrayList<>(List.of(0)); // guarded by the queue's lock
    var began = record.now();
    var queue =
        new BoundedQueue<Integer>(
            with.count("places"),
            size -> {
              var now = (record.now() - began) / 1e6;
              record.sample(INSIDE, "items", "queue", now - A_MOMENT, sizes.getLast());
              record.sample(INSIDE, "items", "queue", now, size);
              sizes.add(size);
            });
    var done = Collections.synchronizedList(new ArrayList<Integer>());
    var left = new CountDownLatch(with.count("items"));
    var workers = with.count("workers");
    try (var threads = Executors.newFixedThreadPool(workers)) {
      for (var n = 1; n <= workers; n++) {
        var name = "worker " + n;
        threads.submit(() -> work(name, queue, with.count("work"), done, left, record));
      }
      put(queue, with.count("items"), record);
      if (!left.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw new TimeoutException(left.getCount() + " items were not worked on in time.");
      }
      threads.shutdownNow(); // they wait for an item that will not come
    }
    conclude(with, sizes, done, record);
  }

  private static void put(BoundedQueue<Integer> queue, int items, Recorder record)
      throws InterruptedException {
    for (var item = 0; item < items; item++) {
      var began = record.now();
      queue.put(item);
      record.span("producer", "in put()", began, record.now());
    }
  }

  private static Void work(
      String name,
      BoundedQueue<Integer> queue,
      int millis,
      List<Integer> done,
      CountDownLatch left,
      Recorder record)
      throws InterruptedException {
    while (true) {
      var began = record.now();
      var item = queue.take();
      var got = record.now();
      record.span(name, "in take()", began, got);
      Thread.sleep(millis); // the work: waiting for a disk, say
      record.span(name, "works", got, record.now());
      done.add(item);
      left.countDown();
    }
  }

  private static void conclude(
      Parameters with, List<Integer> sizes, List<Integer> done, Recorder record) {
    var most = Collections.max(sizes);
    record.answer(Integer.toString(most));
    record.claim(
        "There are never more items in the queue than places.",
        most <= with.count("places"),
        "%,d at most, %,d places".formatted(most, with.count("places")));
    var all = IntStream.range(0, with.count("items")).boxed().toList();
    record.claim(
        "Every item is worked on once.",
        done.stream().sorted().toList().equals(all),
        "%,d put, %,d done, %,d different"
            .formatted(all.size(), done.size(), Set.copyOf(done).size()));
  }

  @Override
  public String explanation() {
    return """
    The producer is faster than the workers, so the queue fills up at once and stays full. From then
    on the producer spends its time in `put()`: it sleeps until a worker has made room. Nobody told
    it to slow down. The full queue did, and that is what a **bounded** queue is for. Without a bound
    the items would pile up in memory.

    The queue has one lock and two **conditions**, because there are two reasons to wait: no place,
    and no item. `await()` gives the lock back and sleeps in one step, and takes the lock again before
    it returns. If it kept the lock, nobody could ever make the condition true.

    Make the workers faster than the producer (`--work 0`, or more workers), and it is the other
    way round: the queue is nearly empty, and the workers wait in `take()`.
    """;
  }
}
