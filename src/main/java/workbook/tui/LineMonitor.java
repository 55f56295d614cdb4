package workbook.tui;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Waits for work line by line: Ctrl-C ends it early, and standard error shows how far it is when
/// it is a terminal.
final class LineMonitor {
  private static final long DRAW_EVERY_MS = 100;
  private static final String CLEAR_LINE = "\r\033[K";

  private LineMonitor() {}

  /// Blocks until the work is done. A second Ctrl-C ends the workbook at once.
  ///
  /// @param line how far it is; empty to show nothing
  /// @param stop ends it early; it still has a result
  /// @throws RuntimeException what the work throws
  static <T> T await(FutureTask<T> work, Supplier<String> line, Runnable stop, Console console) {
    var drawing = SystemTerminal.isErrorTerminal() && console.colourWanted();
    try (var _ = InterruptSignal.first(stop)) {
      while (!isDoneSoon(work)) {
        if (drawing) {
          console.printAside(CLEAR_LINE + line.get());
        }
      }
      return work.resultNow();
    } finally {
      if (drawing) {
        console.printAside(CLEAR_LINE);
      }
    }
  }

  private static boolean isDoneSoon(FutureTask<?> work) {
    try {
      work.get(DRAW_EVERY_MS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException notYet) {
      return false;
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException runtime
          ? runtime
          : new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", stopped);
    }
  }
}
