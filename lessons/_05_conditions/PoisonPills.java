package _05_conditions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import workbook.Await;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;

/// # A pill for each worker
///
/// Two workers take items from a queue, for ever. How do you tell them that it is over?
public final class PoisonPills implements Experiment {
  private static final String BOTH_END = "both workers end";
  private static final String ONE_WAITS = "one worker ends, one waits forever";

  private static final long SHOWN_MILLIS = 30;

  /// An item, or the pill: nothing, which says that nothing comes any more.
  private static final Optional<Integer> PILL = Optional.empty();

  @Override
  public String id() {
    return "queue-and-poison-pills";
  }

  @Override
  public String title() {
    return "A pill for each worker";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        Two workers take items from one queue. After the last item you put one pill: whoever takes \
        it ends. What happens?\
        """,
        BOTH_END,
        ONE_WAITS,
        "the items that are left are lost");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("places", 5, 1, 1_000, "places in the queue"),
        new Parameter.Count("items", 50, 0, 1_000, "items"),
        new Parameter.Count("work", 2, 0, 50, "ms of work for each item"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Timeline("Two pills end two workers, one pill ends one"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    var alive = process(with, 2, record);
    record.claim("A pill for each worker ends them all.", alive == 0, alive + " left waiting");
    record.progress(1, 2);
    alive = process(with, 1, record);
    record.answer(alive == 0 ? BOTH_END : ONE_WAITS);
    record.claim("One pill ends one worker of two.", alive == 1, alive + " left waiting");
  }

  /// Two workers, all items, and then so many pills.
  ///
  /// @return how many workers wait when nothing happens any more
  private static int process(Parameters with, int pills, Recorder record) throws Exception {
    var queue = new ArrayBlockingQueue<Optional<Integer>>(with.count("places"));
    var done = Collections.synchronizedList(new ArrayList<Integer>());
    var run = pills == 1 ? "1 pill: " : pills + " pills: ";
    var workers =
        List.of(
            new Thread(() -> work(run + "worker 1", queue, done, with.count("work"), record)),
            new Thread(() -> work(run + "worker 2", queue, done, with.count("work"), record)));
    workers.forEach(Thread::start);
    try {
      for (var item = 0; item < with.count("items"); item++) {
        queue.put(Optional.of(item));
      }
      for (var pill = 0; pill < pills; pill++) {
        queue.put(PILL);
      }
      Await.until("every item is processed", () -> done.size() == with.count("items"));
      Await.until("whoever took a pill has ended", () -> alive(workers) == 2 - pills);
      var left = alive(workers);
      Thread.sleep(left * SHOWN_MILLIS); // it would wait for ever; so long, the picture shows it
      everyItemOnce(run, done, with.count("items"), record);
      return left;
    } finally {
      workers.forEach(Thread::interrupt); // whoever waits for a pill that will not come
      for (var worker : workers) {
        worker.join(TimeUnit.SECONDS.toMillis(20));
      }
    }
  }

  private static int alive(List<Thread> workers) {
    return (int) workers.stream().filter(Thread::isAlive).count();
  }

  private static void work(
      String name,
      BlockingQueue<Optional<Integer>> queue,
      List<Integer> done,
      int millis,
      Recorder record) {
    var began = record.now();
    try {
      while (true) {
        began = record.now();
        var item = queue.take();
        record.span(name, "waits", began, record.now());
        if (item.isEmpty()) {
          record.said(name, "takes a pill and ends");
          return;
        }
        process(name, item.get(), millis, record);
        done.add(item.get());
      }
    } catch (InterruptedException calledOff) {
      record.span(name, "waits", began, record.now());
      record.said(name, "was called off");
    }
  }

  private static void process(String name, int item, int millis, Recorder record)
      throws InterruptedException {
    var began = record.now();
    Thread.sleep(millis); // the work
    record.said(name, "process data: " + item);
    record.span(name, "works", began, record.now());
  }

  private static void everyItemOnce(String run, List<Integer> done, int items, Recorder record) {
    record.claim(
        run + "every item is processed once.",
        done.stream().sorted().toList().equals(IntStream.range(0, items).boxed().toList()),
        "%,d of %,d".formatted(done.size(), items));
  }

  @Override
  public String explanation() {
    return """
    A thread cannot be ended from outside: it might hold a lock or an open file. It must be asked,
    and a worker that waits in `take()` hears only what comes through the queue. So the end is an
    item too, a **poison pill**. It comes last, and therefore everything before it has been taken.

    A pill is eaten by whoever takes it. Two workers need two pills; with one, the second worker waits
    for ever, and so does whoever joins it. (Another way: a worker that takes the pill puts it back
    before it ends.) Here the worker that is left is interrupted.

    The pill must not be a number that could be an item. Python's program puts `None`; a Java queue
    takes no `null`, so an empty `Optional` or a constant object does it.
    """;
  }
}
