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
    if (bounds.beyond()) {
      var orders = new OrderSearch(program, fibers, bounds, observer);
      var all = orders.search();
      if (all) {
        return SearchResult.everySchedule(
            orders.schedules(), orders.pruned(), bounds.preemptions());
      }
    }
    var began = System.nanoTime();
    var whole =
        new Search(program, fibers, bounds, ExecutionLimits.DEFAULT, false, observer).search();
    if (!(whole.result() instanceof ExecutionResult.TooLong tooLong)) {
      return whole;
    }
    var best = whole;
    for (var depth = FIRST_DEPTH; depth <= LAST_DEPTH; depth *= DEEPER) {
      var limits = new ExecutionLimits(depth, depth * ROUNDS_PER_STEP);
      var left = bounds.patience().minusNanos(System.nanoTime() - began);
      var found =
          new Search(program, fibers, bounds.part(PART, left), limits, true, observer).search();
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
}
