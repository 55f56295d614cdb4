package _09_futures.lab;

import _09_futures.InvokeWithLimit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
  private static final String ALL = "invokeAll gives";
  private static final String ANY = "invokeAny gives";
  private static final String INTERRUPTED = ", the endless task was interrupted";

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
    var limit = Duration.ofMillis(with.count("limit"));
    var all = new InvokeWithLimit();
    record.fact(ALL, allOf(all, limit));
    record.fact(ALL + INTERRUPTED, "" + all.wasInterrupted());
    var any = new InvokeWithLimit();
    record.fact(ANY, any.any(limit));
    record.fact(ANY + INTERRUPTED, "" + any.wasInterrupted());
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
    var all = seen.fact(ALL).orElse("nothing seen");
    var any = seen.fact(ANY).orElse("nothing seen");
    var asked = List.of(seen.fact(ALL + INTERRUPTED), seen.fact(ANY + INTERRUPTED));
    return answer(all)
        .claim("invokeAll cancels what is late.", all.equals("FAILED, CANCELLED, SUCCESS"), all)
        .claim("invokeAny passes over a failure and takes an answer.", any.equals("an answer"), any)
        .claim(
            "The task that is no longer wanted is interrupted.",
            asked.stream().allMatch(Optional.of("true")::equals),
            "" + asked);
  }

  private static Findings answer(String all) {
    return switch (all) {
      case "an exception" -> Findings.answer(all);
      case "SUCCESS" -> Findings.answer("the one answer");
      case "nothing seen" -> Findings.cannotTell("invokeAll wasn't called. Run it again.");
      default -> Findings.answer("a future for each task");
    };
  }
}
