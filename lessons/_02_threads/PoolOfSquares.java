package _02_threads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;

/// # Three workers, ten numbers
///
/// A pool squares the numbers 0 to 9. In what order do the squares come out?
public final class PoolOfSquares implements Experiment {
  private static final String FIRST = "first: it was handed in first";
  private static final String BETWEEN = "in between";
  private static final String LAST = "last: it takes longest";

  /// Number 0 takes as long as this many others.
  private static final int SLOWER = 3;

  private record Square(int of, int result) {}

  @Override
  public String id() {
    return "pool-of-squares";
  }

  @Override
  public String title() {
    return "Three workers, ten numbers";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        Three workers square the numbers 0 to 9, handed in in this order. Number 0 takes three \
        times as long as each of the others. When does its square arrive?\
        """,
        FIRST,
        BETWEEN,
        LAST);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("workers", 3, 1, 64, "workers"),
        new Parameter.Count("numbers", 10, 2, 1_000, "numbers"),
        new Parameter.Count("pause", 40, 0, 1_000, "ms for one number"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Timeline("One worker has the slow number, the others go on"));
  }

  @Override
  public void run(Parameters with, Recorder record)
      throws InterruptedException, ExecutionException {
    var numbers = with.count("numbers");
    var workers = with.count("workers");
    var pause = with.count("pause");
    var atWork = new AtomicInteger();
    var mostAtWork = new AtomicInteger();
    var arrived = new ArrayList<Square>();
    var name = Thread.ofPlatform().name("worker-", 1).factory();
    try (var pool = Executors.newFixedThreadPool(workers, name)) {
      var results = new ExecutorCompletionService<Square>(pool);
      for (var i = 0; i < numbers; i++) {
        var number = i;
        results.submit(
            () -> {
              mostAtWork.accumulateAndGet(atWork.incrementAndGet(), Math::max);
              try {
                return square(number, number == 0 ? SLOWER * pause : pause, record);
              } finally {
                atWork.decrementAndGet();
              }
            });
      }
      for (var i = 0; i < numbers; i++) {
        var square = results.take().get(); // whichever is done next
        arrived.add(square);
        record.said("main", "%d² = %,d".formatted(square.of, square.result));
        record.progress(i + 1, numbers);
      }
    } // close() waits for the workers to end

    tell(arrived, numbers, workers, mostAtWork.get(), record);
  }

  /// Pretends to ask a slow server.
  private static Square square(int number, int pause, Recorder record) throws InterruptedException {
    var began = record.now();
    Thread.sleep(pause);
    var square = new Square(number, number * number);
    var what = number == 0 ? "squares 0" : "squares another";
    record.span(Thread.currentThread().getName(), what, began, record.now());
    return square;
  }

  private static void tell(
      List<Square> arrived, int numbers, int workers, int mostAtWork, Recorder record) {
    var all = IntStream.range(0, numbers).mapToObj(n -> new Square(n, n * n)).toList();
    record.claim(
        "Every number's square arrives, once.",
        arrived.size() == numbers && arrived.containsAll(all),
        "%,d squares of %,d numbers".formatted(arrived.size(), numbers));
    record.claim(
        "Never are more numbers at work than there are workers.",
        mostAtWork <= workers,
        "at most %,d at once".formatted(mostAtWork));
    var place = arrived.indexOf(new Square(0, 0)) + 1;
    record.fact("0² arrived as number", "%,d of %,d".formatted(place, numbers));
    record.answer(place == 1 ? FIRST : place == numbers ? LAST : BETWEEN);
  }

  @Override
  public String explanation() {
    return """
    Ten tasks wait in the pool's queue, and a worker that is free takes the next. While one is \
    busy with number 0, the other two go on: the slow one delays nobody. `take()` hands out \
    whichever result is ready next, so they come *as completed*, not as handed in. To get them \
    in the order handed in, keep the futures in a list and ask each in turn, or use \
    `invokeAll`.

    The pool bounds how many run at once: ten numbers, three threads, never a fourth. Closing \
    it waits for the tasks that are left and ends its threads.
    """;
  }
}
