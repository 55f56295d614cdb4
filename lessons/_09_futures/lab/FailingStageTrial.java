package _09_futures.lab;

import _09_futures.FailingStage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import workbook.Chart;
import workbook.Experiment;
import workbook.Findings;
import workbook.Observations;
import workbook.Parameters;
import workbook.Recorder;

/// The first stage of a chain throws. Which of the others run?
public final class FailingStageTrial implements Experiment {
  private static final String FAILED = "stages that ran after a failure";
  private static final String GOOD = "stages that ran after a success";
  private static final String GIVEN = "exceptionally was given";
  private static final String RESULT = "result after a failure";

  /// What is said of the stages that ran.
  private static final Map<String, String> ANSWERS =
      Map.of(
          "thenApply, exceptionally, second thenApply, handle", "all four",
          "exceptionally", "only exceptionally",
          "exceptionally, second thenApply, handle", "exceptionally and the two after it",
          "", "none");

  @Override
  public String id() {
    return "failing-stage";
  }

  @Override
  public List<Chart> charts() {
    return List.of();
  }

  @Override
  public void run(Parameters with, Recorder record) {
    var failed = FailingStage.of("three");
    var good = FailingStage.of("3");
    record.fact(FAILED, afterTheFirst(failed));
    record.fact(GOOD, afterTheFirst(good));
    record.fact(RESULT, failed.result());
    record.fact(
        GIVEN,
        failed.failure() instanceof CompletionException wrapped
            ? "CompletionException of " + wrapped.getCause().getClass().getSimpleName()
            : String.valueOf(failed.failure()));
  }

  private static String afterTheFirst(FailingStage.ChainRun run) {
    return String.join(", ", run.ran().subList(1, run.ran().size()));
  }

  @Override
  public Findings findings(Parameters with, Observations seen) {
    var good = seen.fact(GOOD).orElse("nothing seen");
    var given = seen.fact(GIVEN).orElse("nothing seen");
    var result = seen.fact(RESULT).orElse("nothing seen");
    return seen.fact(FAILED)
        .map(ANSWERS::get)
        .map(Findings::answer)
        .orElse(Findings.cannotTell("The stages ran in no known way. Run it again."))
        .claim(
            "When nothing fails, exceptionally is passed over.",
            good.equals("thenApply, second thenApply, handle"),
            good)
        .claim(
            "What exceptionally returns goes on down the chain.",
            result.equals("result -10"),
            result)
        .claim(
            "exceptionally is given the failure in a CompletionException.",
            given.equals("CompletionException of NumberFormatException"),
            given);
  }
}
