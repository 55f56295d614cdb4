package workbook.usecase;

import java.util.Optional;
import java.util.function.Function;
import workbook.Parameters;
import workbook.Result;
import workbook.RunPlan;
import workbook.progress.ProgressEvent;
import workbook.progress.ProgressLog;
import workbook.run.ProgressListener;
import workbook.run.Run;

/// Runs an experiment on real threads. A run that comes to its end counts for the person's
/// progress.
public final class RunExperiment {
  /// What to say of a prediction that does not count.
  public static final String SET_ASIDE =
      "The page's question is about other settings, so your prediction is set aside.";

  private final ProgressLog log;

  public RunExperiment(ProgressLog log) {
    this.log = log;
  }

  /// Waits for a run. Meanwhile it shows the person how far the run is, and lets them cancel it.
  @FunctionalInterface
  public interface Monitor {
    /// Blocks until the run is over.
    ///
    /// @param start starts the run, once
    Result await(Function<ProgressListener, Run> start);
  }

  /// Runs it once, as the plan says, and blocks until it is over or cancelled. A prediction is
  /// judged and remembered, unless the page asks nothing about these settings: then it is set
  /// aside.
  ///
  /// @param prediction what the person predicts; empty when they do not
  public Result run(
      Book.ExperimentRef ref,
      Parameters settings,
      RunPlan plan,
      Optional<String> prediction,
      Monitor monitor) {
    var result =
        monitor.await(
            listener -> Run.start(ref.name(), ref.experiment(), settings, plan, listener));
    var asked = ref.step(settings);
    var titled = result.titled(asked.orElseGet(ref::step).title());
    if (result.ending() == Result.Ending.COMPLETE) {
      log.add(ProgressEvent.Kind.RAN, ref.name());
      asked
          .map(step -> new Book.StepRef(ref.lesson(), step).name())
          .filter(step -> !step.equals(ref.name()))
          .ifPresent(step -> log.add(ProgressEvent.Kind.RAN, step));
    }
    if (asked.isEmpty() || prediction.isEmpty()) {
      return titled;
    }
    var step = new Book.StepRef(ref.lesson(), asked.get());
    Predictions.remember(log, step, prediction.get(), result.observations().answer());
    return titled.predicted(prediction.get());
  }
}
