package _02_threads;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;
import workbook.RunPlan;

/// # run, wait, run
///
/// Two jobs that mostly wait and two that only compute, by one thread and by two. Whom does a
/// second thread help?
public final class RunAndWait implements Experiment {
  private static final String TIME = "time for both jobs";
  private static final int STEPS = 3;

  /// A computation between two waits takes this much of a long one.
  private static final int SHORTER = 10;

  /// Below this share of the time one thread needs, two threads count as faster.
  private static final double SOONER = 0.8;

  @Override
  public String id() {
    return "run-and-wait";
  }

  @Override
  public String title() {
    return "run, wait, run";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        Two jobs mostly wait, as for a server. Two others only compute. Each pair is done by one \
        thread, then by two. Which pair is done sooner by two threads?\
        """,
        "only the waiting one",
        "only the computing one",
        "both",
        "neither");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("wait", 40, 1, 1_000, "ms for one wait"),
        new Parameter.Count("work", 300, 1, 10_000, "thousand numbers in one computation"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 1);
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Timeline("Two jobs by one thread and by two"),
        new Chart.Bars("Time until both jobs are done", TIME, false));
  }

  @Override
  public void run(Parameters with, Recorder record)
      throws InterruptedException, ExecutionException {
    var wait = with.count("wait");
    var work = 1_000 * with.count("work");
    Job waiting = lane -> runAndWait(lane, wait, work / SHORTER);
    Job computing = lane -> compute(lane, work);

    var waitingByOne = byOneThread("wait", waiting, record);
    record.progress(1, 4);
    var waitingByTwo = byTwoThreads("wait", waiting, record);
    record.progress(2, 4);
    var computingByOne = byOneThread("compute", computing, record);
    record.progress(3, 4);
    var computingByTwo = byTwoThreads("compute", computing, record);

    record.claim(
        "One thread does one wait after the other.",
        waitingByOne.millis >= 2 * STEPS * wait,
        "%d waits of %,d ms took %,.0f ms".formatted(2 * STEPS, wait, waitingByOne.millis));
    record.claim(
        "Two threads compute what one thread does.",
        computingByOne.result == computingByTwo.result,
        "%,d and %,d".formatted(computingByOne.result, computingByTwo.result));
    record.answer(
        inWords(
            waitingByTwo.millis < SOONER * waitingByOne.millis,
            computingByTwo.millis < SOONER * computingByOne.millis));
  }

  private static Done byOneThread(String kind, Job job, Recorder record)
      throws InterruptedException {
    var lane = new Lane(kind + ", one thread", record.now(), record);
    lane.did("start", lane.zero);
    var result = job.perform(lane) + job.perform(lane);
    return done(lane, kind + ", one thread", result);
  }

  private static Done byTwoThreads(String kind, Job job, Recorder record)
      throws InterruptedException, ExecutionException {
    var zero = record.now();
    var left = new Lane(kind + ", thread A", zero, record);
    var right = new Lane(kind + ", thread B", zero, record);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var a = threads.submit(() -> startAndPerform(job, left));
      var b = threads.submit(() -> startAndPerform(job, right));
      return done(left, kind + ", two threads", a.get() + b.get());
    }
  }

  private static long startAndPerform(Job job, Lane lane) throws InterruptedException {
    lane.did("start", lane.zero); // a new thread does not run at once
    return job.perform(lane);
  }

  private static Done done(Lane lane, String series, long result) {
    var millis = (lane.record.now() - lane.zero) / 1e6;
    lane.record.sample(TIME, "ms", series, millis);
    return new Done(millis, result);
  }

  private static long runAndWait(Lane lane, int wait, int work) throws InterruptedException {
    var result = 0L;
    for (var step = 0; step < STEPS; step++) {
      result += compute(lane, work);
      var from = lane.record.now();
      Thread.sleep(wait); // as long as a server would take to answer
      lane.did("wait", from);
    }
    return result + compute(lane, work);
  }

  /// Counts the steps of the Collatz sequences of all numbers up to `most`. The sum is returned and
  /// compared, so the JIT cannot leave the work out.
  private static long compute(Lane lane, int most) {
    var from = lane.record.now();
    var steps = 0L;
    for (var start = 1; start <= most; start++) {
      for (var n = (long) start; n != 1; n = n % 2 == 0 ? n / 2 : 3 * n + 1) {
        steps++;
      }
    }
    lane.did("run", from);
    return steps;
  }

  @FunctionalInterface
  private interface Job {
    long perform(Lane lane) throws InterruptedException;
  }

  private record Done(double millis, long result) {}

  /// A line of the timeline. Each pair of jobs begins at its own zero, so that lines compare.
  private record Lane(String name, long zero, Recorder record) {
    void did(String what, long from) {
      record.span(name, what, from - zero, record.now() - zero);
    }
  }

  private static String inWords(boolean waitingSooner, boolean computingSooner) {
    if (waitingSooner) {
      return computingSooner ? "both" : "only the waiting one";
    }
    return computingSooner ? "only the computing one" : "neither";
  }

  @Override
  public String explanation() {
    return """
    A thread that waits needs no processor. One thread can still do only one thing after the \
    other, so it sits through every wait. Two threads wait **at the same time**: the pair is \
    done in about half the time, on any machine, even with a single core.

    A computing thread needs a core all the time. Two threads are faster only if there are two \
    cores for them. In Python with its interpreter lock the computing pair gains nothing \
    either way: one thread at a time runs, and a thread lets go of the lock only while it waits. \
    Lesson 06 measures that.

    Servers mostly wait. That is why they have many more threads than cores.
    """;
  }
}
