package _09_futures.lab;

import _09_futures.InvokeWithLimit;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameter;
import workbook.Parameters;
import workbook.Recorder;

/// One task answers, one throws, one waits for ever: what do invokeAll and invokeAny give?
public final class InvokeTrial implements Experiment {
  private static final Duration LONG = Duration.ofSeconds(30); // however busy the machine is

  @Override
  public String id() {
    return "invoke-all-or-any";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(new Parameter.Count("limit", 1_000, 1_000, 10_000, "ms"));
  }

  @Override
  public List<Chart> charts() {
    return List.of();
  }

  @Override
  public void run(Parameters with, Recorder record) throws Exception {
    if (!all(Duration.ofMillis(with.count("limit")), record)) {
      record.note("Not every task was heard of in time, so main now allowed 30 s.");
      all(LONG, record);
    }
    var any = new InvokeWithLimit();
    record.fact(InvokeFindings.ANY, any.any(LONG)); // it returns at the first answer
    record.fact(InvokeFindings.ANY_INTERRUPTED, "" + any.wasInterrupted());
  }

  /// @return whether each task was heard of: none was late, but the endless one
  private static boolean all(Duration limit, Recorder record) throws InterruptedException {
    var tasks = new InvokeWithLimit();
    var given = allOf(tasks, limit);
    record.fact(InvokeFindings.ALL, given);
    record.fact(InvokeFindings.ALL_INTERRUPTED, "" + tasks.wasInterrupted());
    return given.equals(InvokeFindings.EACH_ITS_OWN) && tasks.wasInterrupted();
  }

  private static String allOf(InvokeWithLimit tasks, Duration limit) throws InterruptedException {
    try {
      var futures = tasks.all(limit);
      return futures.stream().map(Future::state).map(Enum::name).collect(Collectors.joining(", "));
    } catch (RuntimeException thrown) {
      return "an exception";
    }
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    return InvokeFindings.of(seen);
  }
}
