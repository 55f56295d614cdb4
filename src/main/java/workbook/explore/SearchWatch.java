package workbook.explore;

import java.util.Optional;
import workbook.explore.search.SearchObserver;

/// Watches a search from another thread, and can end it. What it has found by then is its verdict.
///
/// Thread-safe; no method blocks.
public final class SearchWatch {
  private volatile Reach reach;
  private volatile boolean stopped;

  /// How far a search is.
  ///
  /// @param preemptions the bound at work
  /// @param runs made within it so far, those that were cut among them
  /// @param expected how many that will be in all, as far as one can guess; 0 for no guess
  /// @param moved how much that guess has changed since half as many runs had been made, or fewer:
  ///   a measure of its error
  public record Reach(int preemptions, long runs, long expected, long moved) {}

  /// Nothing before the search has gone on for a while.
  public Optional<Reach> reach() {
    return Optional.ofNullable(reach);
  }

  /// Ends the search after the run that it is making.
  public void stop() {
    stopped = true;
  }

  SearchObserver observer() {
    return new SearchObserver() {
      @Override
      public void reached(int bound, long executions, Estimate whole) {
        reach = new Reach(bound, executions, whole.executions(), whole.moved());
      }

      @Override
      public boolean stops() {
        return stopped;
      }
    };
  }
}
