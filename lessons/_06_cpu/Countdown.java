package _06_cpu;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import workbook.Chart;
import workbook.Experiment;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Question;
import workbook.Recorder;
import workbook.RunPlan;
import workbook.process.PythonScript;

/// # Two countdowns
///
/// Two jobs that only compute. One thread does one after the other; then two threads do one each.
public final class Countdown implements Experiment {
  private static final String SHARE = "time, compared with one after the other";
  private static final String TIME = "time for both";
  private static final String CPU = "processor time for both";

  private static final String ALONE = "one after the other";
  private static final String THREADS = "two threads";

  /// What a course on Python measured for 100,000,000 down to 0, twice, in seconds.
  private static final Map<String, Double> RECORDED = Map.of(ALONE, 18.15, THREADS, 19.48);

  /// Below this share of the time one thread needs, two threads count as faster.
  private static final double SOONER = 0.8;

  @Override
  public String id() {
    return "countdown";
  }

  @Override
  public String title() {
    return "Two countdowns";
  }

  @Override
  public Question question() {
    return new Question.Choice(
        """
        Two long countdowns: one thread does one after the other, then two threads do one each, \
        on two cores. Where are the two threads much sooner done?\
        """,
        "in Java and in Python",
        "only in Java",
        "only in Python",
        "in neither");
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Count("java", 1_500, 1, 100_000, "thousand, where Java begins"),
        new Parameter.Count("python", 5_000, 1, 100_000, "thousand, where Python begins"));
  }

  @Override
  public RunPlan plan() {
    return RunPlan.timed(1, 3);
  }

  @Override
  public List<Chart> charts() {
    return List.of(
        new Chart.Bars("Two at once, compared with one after the other", SHARE, false),
        new Chart.Bars("Processor time: what both used together", CPU, false));
  }

  @Override
  public void run(Parameters with, Recorder record)
      throws IOException, InterruptedException, ExecutionException {
    var from = 1_000L * with.count("java");
    var alone = oneAfterTheOther(from);
    var together = byTwoThreads(from);
    var java = new LinkedHashMap<String, Double>();
    java.put(ALONE, tell(alone, ALONE, record));
    java.put(THREADS, tell(together, THREADS, record));
    compare("Java", java, record);

    var thousands = Integer.toString(with.count("python"));
    var python = inPython(thousands + "000", record);
    compare("Python", python, record);
    compare("Python, as recorded", RECORDED, record);
    for (var how : List.of(ALONE, THREADS)) {
      record.fact("recorded, " + how, RECORDED.get(how) + " s");
    }

    record.claim(
        "Two threads find what one thread finds.",
        alone.steps == together.steps,
        "%,d and %,d steps".formatted(alone.steps, together.steps));
    record.answer(inWords(isSooner(java), isSooner(python.isEmpty() ? RECORDED : python)));
  }

  private static Both oneAfterTheOther(long from) {
    var began = System.nanoTime();
    var first = countDown(from);
    var second = countDown(from);
    return Both.since(began, first, second);
  }

  private static Both byTwoThreads(long from) throws InterruptedException, ExecutionException {
    var began = System.nanoTime();
    try (var threads = Executors.newFixedThreadPool(2)) {
      var first = threads.submit(() -> countDown(from));
      var second = threads.submit(() -> countDown(from));
      return Both.since(began, first.get(), second.get());
    }
  }

  /// Counts down to 0. At each number there is something to do, or the JIT would leave it all out:
  /// see `vanishing-loop`.
  private static Counted countDown(long n) {
    var clock = ManagementFactory.getThreadMXBean();
    var before = clock.getCurrentThreadCpuTime();
    var steps = 0L;
    while (n > 0) {
      steps += Collatz.steps(n);
      n--;
    }
    return new Counted(steps, clock.getCurrentThreadCpuTime() - before);
  }

  /// @param cpuNanos how long a processor worked for it
  private record Counted(long steps, long cpuNanos) {}

  private record Both(long steps, double seconds, double cpuSeconds) {
    static Both since(long began, Counted first, Counted second) {
      return new Both(
          first.steps + second.steps,
          (System.nanoTime() - began) / 1e9,
          (first.cpuNanos + second.cpuNanos) / 1e9);
    }
  }

  private static double tell(Both both, String how, Recorder record) {
    record.sample(TIME, "s", "Java, " + how, both.seconds);
    record.sample(CPU, "s", "Java, " + how, both.cpuSeconds);
    return both.seconds;
  }

  /// @return seconds by the way it was done; empty when there is no Python
  private static Map<String, Double> inPython(String from, Recorder record)
      throws IOException, InterruptedException {
    var seconds = new LinkedHashMap<String, Double>();
    var printed = PythonScript.run(Countdown.class, "countdown.py", record, from);
    for (var line : printed) {
      var cells = line.split("\t");
      if (cells.length == 1) {
        record.fact("interpreter", line);
        continue;
      }
      seconds.put(cells[0], Double.valueOf(cells[1]));
      record.sample(TIME, "s", "Python, " + cells[0], Double.parseDouble(cells[1]));
      record.sample(CPU, "s", "Python, " + cells[0], Double.parseDouble(cells[2]));
    }
    return seconds;
  }

  private static void compare(String who, Map<String, Double> seconds, Recorder record) {
    seconds.forEach(
        (how, time) -> {
          if (!how.equals(ALONE)) {
            record.sample(SHARE, "%", who + ", " + how, 100 * time / seconds.get(ALONE));
          }
        });
  }

  private static boolean isSooner(Map<String, Double> seconds) {
    return seconds.get(THREADS) < SOONER * seconds.get(ALONE);
  }

  private static String inWords(boolean inJava, boolean inPython) {
    if (inJava) {
      return inPython ? "in Java and in Python" : "only in Java";
    }
    return inPython ? "only in Python" : "in neither";
  }

  @Override
  public String explanation() {
    return """
    Java's threads run on as many cores as are free. With two, both countdowns are done in about
    half the time. The processor time stays the same: the work did not shrink, it was done side by
    side. On a machine with one core, or with another busy program, little or nothing is gained.

    In CPython only the thread that holds the interpreter lock, the GIL, runs Python code. Two
    threads pass it to and fro, and one core is idle. A course on Python recorded 18.15 s one
    after the other and 19.48 s with two threads. Two *processes* have an interpreter and a GIL
    each, and need half the time. A Python built without a GIL behaves as Java does.

    A thread that waits gives the GIL away, and so do many libraries while they compute in C. For
    what waits, Python's threads are as good as others.
    """;
  }
}
