package workbook.explore.search;

import java.util.List;
import java.util.function.Supplier;
import workbook.explore.runtime.Execution;
import workbook.explore.runtime.ExecutionLimits;
import workbook.explore.runtime.ExecutionResult;
import workbook.explore.runtime.Fiber;
import workbook.explore.runtime.SharedLocations;
import workbook.explore.runtime.StepLog;

/// Goes through every schedule of a program, whatever its number of preemptions, or gives up.
///
/// Of schedules that differ only in the order of steps that do not depend on each other, it runs
/// one. It gives up when there are too many left, when one of them fails, for a [Search] finds a
/// failure with the fewest preemptions, and when the program does what it has no account of.
final class OrderSearch {
  private static final int PART_OF_SCHEDULES = 100;
  private static final int MOST_SCHEDULES = 20_000;
  private static final int PART_OF_STEPS = 10;

  /// So many executions tell how many it will be in all, to a factor of [#MISTAKEN].
  private static final int TELLING = 64;

  private static final int MISTAKEN = 3;

  private static final long MOST_STEPS = 2_000_000;

  private final Supplier<Runnable> program;
  private final Fiber.Factory fibers;
  private final int mostExecutions;
  private final long mostSteps;
  private final long deadline;
  private final SearchObserver observer;
  private SearchResult first;
  private long schedules;
  private long pruned;

  /// @param program makes a fresh program for each execution
  /// @param bounds of which it spends a small part
  OrderSearch(
      Supplier<Runnable> program,
      Fiber.Factory fibers,
      SearchBounds bounds,
      SearchObserver observer) {
    this.observer = observer;
    this.program = program;
    this.fibers = fibers;
    mostExecutions = 1 + Math.min(MOST_SCHEDULES, bounds.schedules() / PART_OF_SCHEDULES);
    mostSteps = 1 + Math.min(MOST_STEPS, bounds.steps() / PART_OF_STEPS);
    deadline = System.nanoTime() + bounds.patience().toNanos();
  }

  /// How many schedules were run to their end.
  long schedules() {
    return schedules;
  }

  /// How many were left because they became equivalent to an earlier one.
  long pruned() {
    return pruned;
  }

  /// Whether these were all schedules, and none of them failed.
  boolean search() {
    var shared = new SharedLocations();
    var strategy = new SourceSetStrategy();
    var steps = 0L;
    for (var n = 0; n == 0 || hasMore(n, steps); n++) {
      var log = new StepLog();
      strategy.begin(log);
      var execution = new Execution(strategy, fibers, ExecutionLimits.DEFAULT, shared, null, log);
      var result = execution.execute(program.get());
      steps += execution.work();
      if (result instanceof ExecutionResult.Discovery) {
        strategy = new SourceSetStrategy();
        schedules = 0;
        pruned = 0;
        continue;
      }
      if (n == 0 && decides(execution, result)) {
        first = ofDefault(execution, result, shared);
      }
      if (strategy.unsuited() || strategy.endedBefore() != null || isBad(execution, result)) {
        return false;
      }
      if (result instanceof ExecutionResult.Pruned) {
        pruned++;
      } else {
        schedules++;
      }
      if (!strategy.next()) {
        return true;
      }
      if (isHopeless(n + 1, strategy.done())) {
        return false;
      }
    }
    return false;
  }

  /// What any search would say after its first schedule; null if it would go on.
  SearchResult first() {
    return first;
  }

  private boolean decides(Execution execution, ExecutionResult result) {
    return result instanceof ExecutionResult.TooLong
        || isBad(execution, result) && System.nanoTime() - deadline > 0;
  }

  private static SearchResult ofDefault(
      Execution execution, ExecutionResult result, SharedLocations shared) {
    var byDefault = new Decisions(List.of(), shared.codes());
    return new SearchResult(
        result, byDefault, execution.races.first(), 0, 1, 0, SearchResult.End.EXHAUSTED, 0, -1, 0);
  }

  private static boolean isBad(Execution execution, ExecutionResult result) {
    return switch (result) {
      case ExecutionResult.Passed _ -> execution.races.first() != null;
      case ExecutionResult.Pruned _, ExecutionResult.Discovery _ -> false;
      default -> true;
    };
  }

  /// Whether it looks, now and then, as if far too many executions were to come.
  private boolean isHopeless(int executions, double done) {
    return executions >= TELLING
        && Integer.bitCount(executions) == 1
        && executions / done > (double) MISTAKEN * mostExecutions;
  }

  private boolean hasMore(int executions, long steps) {
    return executions < mostExecutions
        && steps < mostSteps
        && System.nanoTime() - deadline <= 0
        && !Thread.currentThread().isInterrupted()
        && !observer.stops();
  }
}
