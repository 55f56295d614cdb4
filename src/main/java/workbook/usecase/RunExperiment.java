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

  /// Runs it once, as the plan says, and blocks until it is over or cancelled.
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
    if (result.ending() == Result.Ending.COMPLETE) {
      log.add(ProgressEvent.Kind.RAN, ref.name());
    }
    var titled = result.titled(ref.step().title());
    return prediction.map(titled::predicted).orElse(titled);
  }
}
