package workbook.tui;

import java.util.concurrent.FutureTask;
import java.util.function.Function;
import workbook.Result;
import workbook.run.ProgressListener;
import workbook.run.Run;
import workbook.view.Columns;

/// Waits for a run line by line: Ctrl-C cancels it, and standard error shows a progress bar when it
/// is a terminal.
public final class RunMonitor {
  private RunMonitor() {}

  /// Starts a run and blocks until its result is there. A second Ctrl-C ends the workbook at once.
  public static Result await(Function<ProgressListener, Run> start, Console console) {
    var bar = new ProgressBar(Glyphs.of(console.unicode()));
    var run = start.apply(bar);
    return LineMonitor.await(
        awaiting(run), () -> bar.draw(Columns.WIDTH - 1), run::cancel, console);
  }

  /// The result to come, awaited by a thread of its own.
  static FutureTask<Result> awaiting(Run run) {
    var result = new FutureTask<>(run::await);
    Thread.ofVirtual().name("awaits the run").start(result);
    return result;
  }
}
