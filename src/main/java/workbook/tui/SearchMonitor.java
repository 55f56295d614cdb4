package workbook.tui;

import java.util.concurrent.FutureTask;
import java.util.function.Function;
import workbook.explore.SearchWatch;
import workbook.explore.Verdict;
import workbook.view.Columns;

/// Waits for a search line by line: Ctrl-C ends it with what it has found so far, and standard
/// error shows how far it is when it is a terminal.
public final class SearchMonitor {
  private SearchMonitor() {}

  /// Starts a search and blocks until its verdict is there. A second Ctrl-C ends the workbook at
  /// once.
  ///
  /// @throws RuntimeException what the search throws
  public static Verdict await(Function<SearchWatch, Verdict> search, Console console) {
    var watch = new SearchWatch();
    var verdict = new FutureTask<>(() -> search.apply(watch));
    Thread.ofPlatform().daemon().name("searches").start(verdict);
    return LineMonitor.await(
        verdict, () -> watch.reach().map(SearchMonitor::line).orElse(""), watch::stop, console);
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
}
