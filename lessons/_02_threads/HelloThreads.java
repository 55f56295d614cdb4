package _02_threads;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import workbook.Chart;
import workbook.Experiment;
import workbook.Outcome.Expectation;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;

/// # hello Bob, from a thread
///
/// A thread made of a function and a thread made of a class. Then five at a time: in what order do
/// they greet?
public final class HelloThreads implements Experiment {
  private static final String ALWAYS = "as started, every time";
  private static final String MOSTLY = "as started, more often than not";
  private static final String SELDOM = "in another order, more often than not";

  @Override
  public String id() {
    return "hello-threads";
  }

  @Override
  public String title() {
    return "hello Bob, from a thread";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        Five threads are started one after the other, and each only says its number. \
        This is done many times. In what order do they greet?\
        """,
        ALWAYS,
        MOSTLY,
        SELDOM);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("threads", 5, 2, 64, "threads"),
        new Parameter.Count("rounds", 500, 1, 10_000, "rounds"));
  }

  @Override
  public List<Chart> charts() {
    return List.of(new Chart.Outcomes("In what order the threads greeted"));
  }

  @Override
  public void run(Parameters with, Recorder record) throws InterruptedException {
    asFunction(record);
    asClass(record);
    inWhatOrder(with.count("threads"), with.count("rounds"), record);
  }

  private static void asFunction(Recorder record) throws InterruptedException {
    var thread = new Thread(() -> record.said("a function", "hello Bob"));
    thread.start(); // from here on two threads run
    thread.join(); // from here on one
  }

  private static void asClass(Recorder record) throws InterruptedException {
    var thread = new GreetingThread("Mike", record);
    thread.start();
    thread.join();
  }

  private static final class GreetingThread extends Thread {
    private final String whom;
    private final Recorder record;

    GreetingThread(String whom, Recorder record) {
      this.whom = whom;
      this.record = record;
    }

    @Override
    public void run() {
      record.said("a class", "hello " + whom);
    }
  }

  private static void inWhatOrder(int threads, int rounds, Recorder record)
      throws InterruptedException {
    var asStarted = IntStream.rangeClosed(1, threads).boxed().toList();
    var orders = new HashSet<List<Integer>>();
    var inOrder = 0;
    var complete = 0;
    for (var round = 1; round <= rounds; round++) {
      var order = greetOnce(threads);
      orders.add(order);
      inOrder += order.equals(asStarted) ? 1 : 0;
      complete += order.stream().sorted().toList().equals(asStarted) ? 1 : 0;
      record.progress(round, rounds);
    }
    record.outcome("as started", Expectation.ACCEPTABLE, inOrder, "first started, first heard");
    record.outcome("another order", Expectation.ACCEPTABLE, rounds - inOrder, "just as right");
    record.fact("different orders seen", "%,d".formatted(orders.size()));
    record.claim(
        "After join() every thread has greeted, once.",
        complete == rounds,
        "in %,d of %,d rounds".formatted(complete, rounds));
    record.answer(inOrder == rounds ? ALWAYS : 2 * inOrder > rounds ? MOSTLY : SELDOM);
  }

  /// Starts the threads in order of their numbers and waits for all.
  ///
  /// @return the numbers in the order they were heard
  private static List<Integer> greetOnce(int threads) throws InterruptedException {
    Queue<Integer> heard = new ConcurrentLinkedQueue<>();
    var all = new ArrayList<Thread>();
    for (var number = 1; number <= threads; number++) {
      var mine = number;
      all.add(new Thread(() -> heard.add(mine)));
    }
    for (var thread : all) {
      thread.start();
    }
    for (var thread : all) {
      thread.join();
    }
    return List.copyOf(heard);
  }

  @Override
  public String explanation() {
    return """
    A thread is given something to run: a function (`Runnable`), or a class of its own that \
    says so in `run()`. Prefer the function; it can be given to a pool as well. `start()` makes \
    the new thread run, `run()` called by hand would not: it is a plain call in this thread.

    `start()` only says *may run now*. Which thread gets a processor first is for the \
    operating system to decide, so every order is right and none is promised. What is promised: \
    when `join()` returns, that thread has ended and all it did is visible here.
    """;
  }
}
