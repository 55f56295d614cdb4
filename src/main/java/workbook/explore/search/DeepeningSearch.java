package workbook.explore.search;

import java.util.function.Supplier;
import workbook.explore.runtime.ExecutionLimits;
import workbook.explore.runtime.ExecutionResult;
import workbook.explore.runtime.Fiber;

/// A search that also has an answer for a program that goes on for ever, as a server does.
///
/// Its schedules are followed for a few steps each, then for more and more, until the budget does
/// not suffice. What fails within those steps is found.
final class DeepeningSearch {
  private static final int FIRST_DEPTH = 25;
  private static final int LAST_DEPTH = 10_000;
  private static final int DEEPER = 2;
  private static final int ROUNDS_PER_STEP = 100;

  /// Of the budget, for each depth.
  private static final int PART = 4;

  private final Supplier<Runnable> program;
  private final Fiber.Factory fibers;
  private final SearchBounds bounds;
  private final SearchObserver observer;
  private final long began = System.nanoTime();

  DeepeningSearch(
      Supplier<Runnable> program,
      Fiber.Factory fibers,
      SearchBounds bounds,
      SearchObserver observer) {
    this.program = program;
    this.fibers = fibers;
    this.bounds = bounds;
    this.observer = observer;
  }

  SearchResult search() {
    var orders = new OrderSearch(program, fibers, bounds, observer);
    if (bounds.beyond() && orders.search()) {
      return SearchResult.everySchedule(orders.schedules(), orders.pruned(), bounds.preemptions());
    }
    var whole = orders.first();
    if (whole == null) {
      whole =
          new Search(program, fibers, left(), ExecutionLimits.DEFAULT, false, observer).search();
    }
    if (!(whole.result() instanceof ExecutionResult.TooLong tooLong)) {
      return whole;
    }
    var best = whole;
    for (var depth = FIRST_DEPTH; depth <= LAST_DEPTH; depth *= DEEPER) {
      var limits = new ExecutionLimits(depth, depth * ROUNDS_PER_STEP);
      var found =
          new Search(program, fibers, bounds.part(PART, left().patience()), limits, true, observer)
              .search();
      if (found.fails()) {
        return found;
      }
      var complete = found.complete();
      if (complete || best == whole) {
        best = found.followedFor(depth);
      }
      if (!complete) {
        break;
      }
    }
    return tooLong.forEver() ? best : whole;
  }

  private SearchBounds left() {
    return bounds.within(bounds.patience().minusNanos(System.nanoTime() - began));
  }
}
