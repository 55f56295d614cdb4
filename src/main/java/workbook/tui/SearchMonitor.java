package workbook.tui;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import workbook.explore.SearchWatch;
import workbook.explore.Verdict;
import workbook.view.Columns;

/// Waits for a search: Ctrl-C ends it with what it has found so far, and standard error shows how
/// far it is when it is a terminal.
public final class SearchMonitor {
  private static final long DRAW_EVERY_MS = 200;
  private static final String CLEAR_LINE = "\r\033[K";

  private SearchMonitor() {}

  /// Starts a search and blocks until its verdict is there. A second Ctrl-C ends the workbook at
  /// once.
  ///
  /// @throws RuntimeException what the search throws
  public static Verdict await(Function<SearchWatch, Verdict> search, Console console) {
    var watch = new SearchWatch();
    var verdict = new FutureTask<>(() -> search.apply(watch));
    var drawing = SystemTerminal.isErrorTerminal() && console.colourWanted();
    var drawn = false;
    Thread.ofPlatform().daemon().name("searches").start(verdict);
    try (var _ = InterruptSignal.first(watch::stop)) {
      while (!isDoneSoon(verdict)) {
        var reach = watch.reach();
        if (drawing && reach.isPresent()) {
          console.printAside(CLEAR_LINE + line(reach.get()));
          drawn = true;
        }
      }
      return verdict.get();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a search", stop);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException runtime
          ? runtime
          : new IllegalStateException(failed.getCause());
    } finally {
      if (drawn) {
        console.printAside(CLEAR_LINE);
      }
    }
  }

  /// How far a search is, in one line.
  static String line(SearchWatch.Reach at) {
    var whole =
        at.expected() <= at.runs()
            ? ""
            : " of about %,d (± %,d)".formatted(at.expected(), at.moved());
    var says =
        "%d %s: %,d%s runs. Ctrl-C ends it."
            .formatted(
                at.preemptions(),
                at.preemptions() == 1 ? "preemption" : "preemptions",
                at.runs(),
                whole);
    return says.substring(0, Math.min(says.length(), Columns.WIDTH - 1));
  }

  private static boolean isDoneSoon(FutureTask<Verdict> verdict) throws InterruptedException {
    try {
      verdict.get(DRAW_EVERY_MS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException notYet) {
      return false;
    } catch (ExecutionException failed) {
      return true;
    }
  }
}
