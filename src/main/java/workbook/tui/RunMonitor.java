package workbook.tui;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import workbook.Result;
import workbook.run.ProgressListener;
import workbook.run.Run;
import workbook.view.Columns;

/// Waits for a run line by line: Ctrl-C cancels it, and standard error shows a progress bar when it
/// is a terminal.
public final class RunMonitor {
  private static final long DRAW_EVERY_MS = 100;
  private static final String CLEAR_LINE = "\r\033[K";

  private RunMonitor() {}

  /// Starts a run and blocks until its result is there. A second Ctrl-C ends the workbook at once.
  public static Result await(Function<ProgressListener, Run> start, Console console) {
    var bar = new ProgressBar(Glyphs.of(console.unicode()));
    var drawing = SystemTerminal.isErrorTerminal() && console.colourWanted();
    var run = start.apply(bar);
    try (var _ = InterruptSignal.first(run::cancel)) {
      var result = awaiting(run);
      while (!isDoneSoon(result)) {
        if (drawing) {
          console.printAside(CLEAR_LINE + bar.draw(Columns.WIDTH - 1));
        }
      }
      return result.resultNow();
    } finally {
      if (drawing) {
        console.printAside(CLEAR_LINE);
      }
    }
  }

  /// The result to come, awaited by a thread of its own.
  static FutureTask<Result> awaiting(Run run) {
    var result = new FutureTask<>(run::await);
    Thread.ofVirtual().name("awaits the run").start(result);
    return result;
  }

  private static boolean isDoneSoon(FutureTask<Result> result) {
    try {
      result.get(DRAW_EVERY_MS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException notYet) {
      return false;
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a run", stop);
    }
  }
}
