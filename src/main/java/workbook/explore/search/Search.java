package workbook.explore.search;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import workbook.explore.runtime.DataRace;
import workbook.explore.runtime.Execution;
import workbook.explore.runtime.ExecutionResult;
import workbook.explore.runtime.Fiber;
import workbook.explore.runtime.SharedLocations;

/// Goes through the schedules of a program until one fails, all are done, or the budget is spent.
///
/// First all schedules without a deviation, then with one, and so on: the first failure found has
/// as few preemptions as any. When the budget does not reach, schedules are sampled.
public final class Search {
  /// How far to search.
  ///
  /// @param deviations preemptions, early time-outs, spurious wake-ups and stale reads in one run
  /// @param schedules runs before the search choices to sampling
  /// @param steps of all those runs together, after which it does so, too
  /// @param samples runs to sample then, as far as twice those steps go
  /// @param seed of the sampling
  /// @param patience real time after which the search stops wherever it is
  /// @param reduced whether to cut runs that are equivalent to one already made
  public record SearchBounds(
      int deviations,
      int schedules,
      long steps,
      int samples,
      long seed,
      Duration patience,
      Execution.Limits run,
      boolean reduced) {}

  /// What the search found.
  ///
  /// @param result the failure or refusal, or [ExecutionResult.Passed]
  /// @param decisions the schedule it happened under; the default one when nothing is wrong
  /// @param race two unordered accesses met under that schedule, or null
  /// @param deviations how many that schedule has; when nothing is wrong, how many were allowed
  /// @param schedules how many were run to their end
  /// @param cut how many runs were cut because an equivalent one had been made
  /// @param end whether these were all the schedules within the bound
  public record SearchResult(
      ExecutionResult result,
      Decisions decisions,
      DataRace race,
      int deviations,
      long schedules,
      long cut,
      End end) {}

  /// Why a search ended.
  public enum End {
    /// All schedules within the bound were run, or one failed.
    EXHAUSTED,
    /// All within a smaller bound were run, then as many samples as were asked for.
    SAMPLED,
    /// Real time was up.
    OUT_OF_TIME
  }

  /// Runs after the first failure in which a shorter one is looked for.
  private static final int TRIES_FOR_SHORTER = 300;

  private final Supplier<Runnable> program;
  private final Fiber.Factory fibers;
  private final SearchBounds bounds;
  private final long stopAt;
  private final SharedLocations shared = new SharedLocations();
  private final VisitedStates visited = new VisitedStates();
  private Finding finding;
  private long schedules;
  private long cut;
  private long runs;
  private long steps;
  private int longest;

  /// The best bad run so far.
  private record Finding(
      ExecutionResult result, Decisions decisions, DataRace race, int length, int bound) {
    boolean isFinal() {
      return !(result instanceof ExecutionResult.Passed);
    }
  }

  /// @param program makes a fresh program for each run
  Search(Supplier<Runnable> program, Fiber.Factory fibers, SearchBounds bounds) {
    this.program = program;
    this.fibers = fibers;
    this.bounds = bounds;
    stopAt = System.nanoTime() + bounds.patience.toNanos();
  }

  SearchResult search() {
    for (var bound = 0; bound <= bounds.deviations; bound++) {
      var all = all(bound);
      if (foundForGood()) {
        return found(bound, End.EXHAUSTED);
      }
      if (timeUp()) {
        return found(bound, End.OUT_OF_TIME);
      }
      if (!all) {
        return sample(bound);
      }
    }
    return found(bounds.deviations, End.EXHAUSTED);
  }

  /// Goes through all schedules with at most `bound` deviations; false when the budget is spent.
  private boolean all(int bound) {
    var strategy = tree(bound);
    var countCheaper = bound == 0;
    var triesLeft = TRIES_FOR_SHORTER;
    var more = true;
    while (more) {
      if (runs++ >= bounds.schedules || steps >= bounds.steps || timeUp()) {
        return false;
      }
      var execution = new Execution(strategy, fibers, bounds.run, shared, null);
      var result = execute(execution);
      longest = Math.max(longest, strategy.decisions());
      if (result instanceof ExecutionResult.Discovery) {
        forget();
        strategy = tree(bound);
        countCheaper = true;
        continue;
      }
      note(execution, result, strategy.choices(), bound);
      if (result instanceof ExecutionResult.Cut) {
        cut++;
      } else if (countCheaper || strategy.paid() == bound) {
        schedules++;
      }
      if (result instanceof ExecutionResult.Refused) {
        return true;
      }
      if (foundForGood() && (endless() || --triesLeft == 0)) {
        return true;
      }
      more = strategy.next();
    }
    return true;
  }

  private ExecutionResult execute(Execution execution) {
    var result = execution.execute(program.get());
    steps += execution.work();
    return result;
  }

  private DepthFirstStrategy tree(int bound) {
    return new DepthFirstStrategy(bound, bounds.reduced ? visited : null);
  }

  /// Begins again, because what was explored lacked decision points.
  private void forget() {
    visited.clear();
    finding = null;
    schedules = 0;
    cut = 0;
  }

  /// Draws schedules at random, after those with fewer than `bound` deviations have all been run.
  private SearchResult sample(int bound) {
    var most = steps + bounds.steps;
    for (var i = 0; i < bounds.samples && steps < most && !foundForGood(); i++) {
      if (timeUp()) {
        return found(bound, End.OUT_OF_TIME);
      }
      var strategy = new PctStrategy(bounds.seed + i, longest);
      var execution = new Execution(strategy, fibers, bounds.run, shared, null);
      var result = execute(execution);
      if (!(result instanceof ExecutionResult.Discovery)) {
        schedules++;
      }
      note(execution, result, strategy.choices(), bound);
    }
    return found(bound, End.SAMPLED);
  }

  /// Keeps the run if it is the worst so far, or as bad and shorter.
  private void note(
      Execution execution, ExecutionResult result, List<Decisions.Choice> choices, int bound) {
    var bad =
        result instanceof ExecutionResult.Failed
            || result instanceof ExecutionResult.Refused
            || result instanceof ExecutionResult.Passed && execution.races.first() != null;
    if (!bad) {
      return;
    }
    var better =
        finding == null
            || !finding.isFinal() && !(result instanceof ExecutionResult.Passed)
            || result instanceof ExecutionResult.Failed
                && finding.bound == bound
                && length(execution) < finding.length;
    if (better) {
      var decisions = new Decisions(choices, shared.codes());
      finding = new Finding(result, decisions, execution.races.first(), length(execution), bound);
    }
  }

  /// How much a reader has to take in: strange events weigh more than any number of steps.
  private int length(Execution execution) {
    return execution.oddities() * (bounds.run.steps() + 1) + execution.steps();
  }

  private boolean foundForGood() {
    return finding != null && finding.isFinal();
  }

  /// A run that never ends is long enough; looking for a shorter one would be too.
  private boolean endless() {
    return finding.result instanceof ExecutionResult.Failed failed
        && failed.kind() == ExecutionResult.Kind.NO_PROGRESS;
  }

  private boolean timeUp() {
    return System.nanoTime() - stopAt > 0 || Thread.currentThread().isInterrupted();
  }

  private SearchResult found(int bound, End end) {
    if (finding == null) {
      var defaultSchedule = new Decisions(List.of(), shared.codes());
      finding = new Finding(new ExecutionResult.Passed(), defaultSchedule, null, 0, bound);
    }
    return new SearchResult(
        finding.result, finding.decisions, finding.race, finding.bound, schedules, cut, end);
  }
}
