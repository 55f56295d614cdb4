package _02_threads.lab;

import _02_threads.HelloThreads;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Outcome.Expectation;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// Threads greet in many rounds: in what order?
public final class HelloThreadsTrials implements Experiment {
  private static final String AS_STARTED = "as started";
  private static final String ANOTHER = "another order";
  private static final String INCOMPLETE = "a greeting missing, or heard twice";
  private static final double OFTEN = 0.1; // of the rounds

  @Override
  public String id() {
    return "hello-threads";
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
    HelloThreads.byFunction(text -> record.said("a function", text));
    HelloThreads.byClass(text -> record.said("a class", text));

    var started = IntStream.rangeClosed(1, with.count("threads")).boxed().toList();
    var orders = new HashSet<List<Integer>>();
    for (var round = 1; round <= with.count("rounds"); round++) {
      var heard = HelloThreads.greet(started.size());
      orders.add(heard);
      var complete = heard.stream().sorted().toList().equals(started);
      count(complete ? heard.equals(started) ? AS_STARTED : ANOTHER : INCOMPLETE, 1, record);
      record.progress(round, with.count("rounds"));
    }
    List.of(AS_STARTED, ANOTHER, INCOMPLETE).forEach(each -> count(each, 0, record));
    record.fact("different orders seen", "%,d".formatted(orders.size()));
  }

  private static void count(String seen, int times, Recorder record) {
    var allowed = !seen.equals(INCOMPLETE);
    record.outcome(
        seen,
        allowed ? Expectation.ACCEPTABLE : Expectation.FORBIDDEN,
        times,
        allowed ? "allowed, not promised" : "join() returned too early");
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var inOrder = seen.count(AS_STARTED);
    var complete = inOrder + seen.count(ANOTHER);
    var rounds = complete + seen.count(INCOMPLETE);
    var often = inOrder < rounds ? "as started often, but not always" : "as started, every time";
    return Findings.answer(inOrder < OFTEN * rounds ? "as started, hardly ever" : often)
        .claim(
            "After join() on every thread, each has greeted once.",
            complete > 0 && complete == rounds,
            "in %,d of %,d rounds".formatted(complete, rounds));
  }
}
