package _06_cpu;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;
import workbook.RunPlan;

/// # Half for you, half for me
///
/// Two workers share the numbers from 1 on. Who takes which, and who waits for whom?
public final class SplitEvenly implements Experiment {
  private static final String SURPLUS = "work above an even share";
  private static final String ODD_EVEN = "odd or even";

  /// How many neighbouring numbers make a small block.
  private static final long BLOCK = Share.BLOCK;

  private static final String ODD = "the one with the odd numbers";
  private static final String EVEN = "the one with the even numbers";
  private static final String BOTH = "both have the same to do";

  @Override
  public String id() {
    return "split-evenly";
  }

  @Override
  public String title() {
    return "Half for you, half for me";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        Halve what is even, triple what is odd and add one, until you reach 1. One worker counts \
        the steps for the odd numbers up to a million, another for the even ones. Who has more to \
        do?\
        """,
        ODD,
        EVEN,
        BOTH);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("workers", 2, 2, 64, "workers"),
        new Parameter.Count("numbers", 1_000, 1, 20_000, "thousand numbers"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(5, 1);
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Timeline("Who is done first waits for the others"),
        new Chart.Bars("What the busiest worker has to do more than its share", SURPLUS, false));
  }

  /// A rule who computes which of the numbers from 1 to `most`.
  private interface Split {
    /// @return the steps that one worker counted, the workers being numbered from 0
    long compute(long most, int worker, int workers);
  }

  @Override
  public void run(Parameters with, Recorder record)
      throws InterruptedException, ExecutionException {
    var next = new AtomicLong();
    var splits = new LinkedHashMap<String, Split>();
    splits.put("one block each", SplitEvenly::oneBlock);
    splits.put(ODD_EVEN, SplitEvenly::oddOrEven);
    splits.put("small blocks", SplitEvenly::smallBlocks);
    splits.put("next, please", (most, _, _) -> nextPlease(most, next));

    var most = 1_000L * with.count("numbers");
    var whole = Collatz.steps(1, most);
    for (var how : splits.keySet()) {
      var steps = share(splits.get(how), most, with.count("workers"), how, record);
      tell(how, steps, whole, record);
      if (how.equals(ODD_EVEN)) {
        record.answer(inWords(steps.getFirst(), steps.get(1)));
      }
    }
  }

  private static long oneBlock(long most, int worker, int workers) {
    return Collatz.steps(most * worker / workers + 1, most * (worker + 1) / workers);
  }

  private static long oddOrEven(long most, int worker, int workers) {
    var steps = 0L;
    for (var start = worker + 1L; start <= most; start += workers) {
      steps += Collatz.steps(start);
    }
    return steps;
  }

  private static long smallBlocks(long most, int worker, int workers) {
    return new Share(most, worker, workers).call();
  }

  private static long nextPlease(long most, AtomicLong next) {
    var steps = 0L;
    for (var block = next.getAndAdd(BLOCK); block < most; block = next.getAndAdd(BLOCK)) {
      steps += Collatz.steps(block + 1, Math.min(block + BLOCK, most));
    }
    return steps;
  }

  /// @return the steps each worker counted
  private static List<Long> share(Split split, long most, int workers, String how, Recorder record)
      throws InterruptedException, ExecutionException {
    var began = record.now();
    var ended = new long[workers];
    var tasks = new ArrayList<Callable<Long>>();
    for (var w = 0; w < workers; w++) {
      var worker = w;
      tasks.add(
          () -> {
            var steps = split.compute(most, worker, workers);
            ended[worker] = record.now() - began;
            return steps;
          });
    }
    var steps = new ArrayList<Long>();
    try (var threads = Executors.newFixedThreadPool(workers)) {
      for (var each : threads.invokeAll(tasks)) {
        steps.add(each.get());
      }
    }
    var last = record.now() - began;
    for (var worker = 0; worker < workers; worker++) {
      var lane = how + ", worker " + (worker + 1);
      record.span(lane, "computes", 0, ended[worker]);
      record.span(lane, "waits for the others", ended[worker], last);
    }
    return steps;
  }

  private static void tell(String how, List<Long> steps, long whole, Recorder record) {
    var sum = steps.stream().mapToLong(Long::longValue).sum();
    var largest = steps.stream().mapToLong(Long::longValue).max().orElseThrow();
    record.sample(SURPLUS, "%", how, 100.0 * largest * steps.size() / whole - 100);
    record.said(how, "steps " + String.join(" + ", steps.stream().map("%,d"::formatted).toList()));
    record.claim(
        "However the numbers are shared, each is computed once.",
        sum == whole,
        "%s: %,d of %,d steps".formatted(how, sum, whole));
  }

  private static String inWords(long odd, long even) {
    return odd > even ? ODD : odd < even ? EVEN : BOTH;
  }

  @Override
  public String explanation() {
    return """
    The whole is done when the last worker is done. A split that gives one of them 5 % more work
    makes everybody wait for it.

    Equal *numbers* are not equal *work*. Larger numbers need more steps, so the worker with the
    upper block is late. An even number is halved at once and goes on as a smaller one, so the
    worker with the odd numbers is late. Many small blocks, dealt like cards, mix the easy and the
    hard: with two workers they differ by a fraction of a percent.

    Best of all is not to plan: whoever is free takes the next block, from one atomic counter. The
    shares may then be uneven, and should be: a worker whose core is needed by somebody else does
    less. Nobody waits longer than for one block. The blocks must be large enough that taking them
    costs little, and small enough that the last one does not take long.
    """;
  }
}
