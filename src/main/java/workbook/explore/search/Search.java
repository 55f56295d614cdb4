package workbook.explore.search;

import java.util.List;
import java.util.function.Supplier;
import workbook.explore.runtime.DataRace;
import workbook.explore.runtime.Execution;
import workbook.explore.runtime.ExecutionLimits;
import workbook.explore.runtime.ExecutionResult;
import workbook.explore.runtime.Fiber;
import workbook.explore.runtime.ResultExplainer;
import workbook.explore.runtime.SchedulingStrategy;
import workbook.explore.runtime.SharedLocations;

/// Goes through the schedules of a program until one fails, all are done, or the budget is spent.
///
/// First all schedules without a preemption, then those with one, and so on, so the first failure
/// found has as few preemptions as any. When the budget does not suffice, schedules are sampled.
final class Search {
  /// Executions after the first failure in which a shorter one is looked for.
  private static final int MAX_SHORTENING_EXECUTIONS = 300;

  private static final int MOST_RARE_EVENTS = 100;

  /// Of the budget, for schedules with few delays.
  private static final int PART_FOR_DELAYS = 4;

  private static final int MOST_DELAYS = 10;

  /// Executions; a power of 2.
  private static final int TELL_AFTER = 512;

  /// At how many places a sample may stop a thread: a third of them at one, at two, at three.
  private static final int MOST_CHANGES = 3;

  private final Supplier<Runnable> program;
  private final Fiber.Factory fibers;
  private final SearchBounds bounds;
  private final ExecutionLimits limits;
  private final boolean cutsLong;
  private final long deadline;
  private final SearchObserver observer;
  private final SharedLocations shared = new SharedLocations();
  private final SampleOdds odds = new SampleOdds();
  private CheapestFirstStrategy strategy;
  private Finding finding;
  private long schedules;
  private long pruned;
  private long executions;
  private long steps;
  private int mostDecisions;

  /// All schedules with so many delays, or fewer, were executed; -1 for none.
  private int delays = -1;

  /// Whether some execution did what is not followed in each way that it may go.
  private boolean approximate;

  /// The worst execution so far.
  private record Finding(
      ExecutionResult result, Decisions decisions, DataRace race, int length, int bound) {
    /// A data race alone is not: the search goes on for a failure that shows what it can do.
    boolean isFailure() {
      return !(result instanceof ExecutionResult.Passed);
    }
  }

  /// @param program makes a fresh program for each execution
  /// @param limits how far each execution is followed
  /// @param observer is told now and then how far it is
  /// @param cutsLong whether one that goes on for longer is as good as one that ends there
  Search(
      Supplier<Runnable> program,
      Fiber.Factory fibers,
      SearchBounds bounds,
      ExecutionLimits limits,
      boolean cutsLong,
      SearchObserver observer) {
    this.observer = observer;
    this.program = program;
    this.fibers = fibers;
    this.bounds = bounds;
    this.limits = limits;
    this.cutsLong = cutsLong;
    deadline = System.nanoTime() + bounds.patience().toNanos();
  }

  SearchResult search() {
    startOver();
    do {
      var complete = searchAtCost();
      var bound = strategy.cost();
      if (failureFound()) {
        return result(bound, SearchResult.End.EXHAUSTED);
      }
      if (!complete) {
        return timeIsUp() ? result(bound, SearchResult.End.OUT_OF_TIME) : searchOn(bound);
      }
      if (!approximate && !strategy.hasMore()) {
        return result(bound, SearchResult.End.EVERY_SCHEDULE);
      }
    } while (strategy.nextCost());
    return result(bounds.preemptions(), SearchResult.End.EXHAUSTED);
  }

  /// Goes through all schedules of the cost at hand; false when the budget is spent.
  private boolean searchAtCost() {
    var estimate = new TreeEstimate();
    var within = 0L;
    var shorteningLeft = MAX_SHORTENING_EXECUTIONS;
    var more = true;
    while (more) {
      if (executions++ >= bounds.schedules() || steps >= bounds.steps() || timeIsUp()) {
        return false;
      }
      var execution = newExecution(strategy);
      var result = execute(execution);
      if (result instanceof ExecutionResult.Pruned && timeIsUp()) {
        return false;
      }
      result = unlessDiverged(result);
      mostDecisions = Math.max(mostDecisions, strategy.decisions());
      if (result instanceof ExecutionResult.Discovery) {
        startOver();
        estimate = new TreeEstimate();
        within = 0;
        continue;
      }
      keepIfWorst(execution, result, strategy.choices(), strategy.cost());
      if (result instanceof ExecutionResult.Pruned) {
        pruned++;
      } else {
        schedules++;
      }
      if (result instanceof ExecutionResult.Refused || result instanceof ExecutionResult.TooLong) {
        return true;
      }
      if (failureFound() && --shorteningLeft == 0) {
        return true;
      }
      more = strategy.next();
      if ((++within & TELL_AFTER - 1) == 0) {
        observer.reached(strategy.cost(), within, estimate.after(within, strategy.done()));
      }
    }
    return true;
  }

  private ExecutionResult unlessDiverged(ExecutionResult result) {
    return strategy.endedBefore() == null || result instanceof ExecutionResult.Refused
        ? result
        : ResultExplainer.diverged(strategy.endedBefore());
  }

  private Execution newExecution(SchedulingStrategy strategy) {
    return new Execution(strategy, fibers, limits, shared, null);
  }

  private ExecutionResult execute(Execution execution) {
    var result = execution.execute(program.get());
    steps += execution.work();
    approximate |= execution.isApproximate() || result instanceof ExecutionResult.TooLong;
    return cutsLong && result instanceof ExecutionResult.TooLong
        ? new ExecutionResult.Passed()
        : result;
  }

  /// Begins, or begins again because what was explored lacked decision points.
  private void startOver() {
    strategy = CheapestFirstStrategy.ofPreemptions(bounds.preemptions(), bounds.reduced());
    finding = null;
    schedules = 0;
    pruned = 0;
  }

  /// Goes on when there are too many schedules within the bound: with all that have few delays, and
  /// then with samples.
  private SearchResult searchOn(int bound) {
    var mostExecutions = executions + bounds.schedules() / PART_FOR_DELAYS;
    var mostSteps = steps + bounds.steps() / PART_FOR_DELAYS;
    searchWithDelays(MOST_DELAYS, bound, mostExecutions, mostSteps);
    if (failureFound()) {
      return result(bound, SearchResult.End.EXHAUSTED);
    }
    return timeIsUp() ? result(bound, SearchResult.End.OUT_OF_TIME) : sample(bound);
  }

  /// Goes through all schedules with so many delays; false when the budget is spent.
  boolean searchWithDelays(int most, int bound, long mostExecutions, long mostSteps) {
    strategy = CheapestFirstStrategy.ofDelays(most, bounds.reduced());
    var more = true;
    while (more) {
      if (executions++ >= mostExecutions || steps >= mostSteps || timeIsUp()) {
        return false;
      }
      var execution = newExecution(strategy);
      var result = unlessDiverged(execute(execution));
      if (result instanceof ExecutionResult.Discovery) {
        strategy = CheapestFirstStrategy.ofDelays(most, bounds.reduced());
        delays = -1;
        continue;
      }
      mostDecisions = Math.max(mostDecisions, strategy.decisions());
      keepIfWorst(execution, result, strategy.choices(), bound);
      more = !failureFound() && (strategy.next() || nextDelays(most));
    }
    return true;
  }

  private boolean nextDelays(int most) {
    delays = strategy.cost();
    if (strategy.nextCost()) {
      return true;
    }
    delays = most;
    return false;
  }

  /// Draws schedules at random, after those within a smaller bound have all been executed.
  private SearchResult sample(int bound) {
    var most = steps + bounds.steps();
    for (var i = 0; i < bounds.samples() && steps < most && !failureFound(); i++) {
      if (timeIsUp()) {
        return result(bound, SearchResult.End.OUT_OF_TIME);
      }
      var changes = 1 + i % MOST_CHANGES;
      var strategy = new PctStrategy(bounds.seed() + i, expectedDecisions(), changes);
      var execution = newExecution(strategy);
      var result = execute(execution);
      if (result instanceof ExecutionResult.Pruned) {
        return result(bound, SearchResult.End.OUT_OF_TIME);
      }
      if (!(result instanceof ExecutionResult.Discovery)) {
        schedules++;
      }
      odds.note(execution, strategy, changes == 1);
      keepIfWorst(execution, result, strategy.choices(), bound);
    }
    return result(bound, SearchResult.End.SAMPLED);
  }

  /// Hardly any sample has more.
  private int expectedDecisions() {
    return mostDecisions + mostDecisions / 4 + 4;
  }

  /// Keeps the execution if it is the worst so far, or as bad and shorter.
  private void keepIfWorst(
      Execution execution, ExecutionResult result, List<Decisions.Choice> choices, int bound) {
    var bad =
        result instanceof ExecutionResult.Failed
            || result instanceof ExecutionResult.Refused
            || result instanceof ExecutionResult.TooLong
            || result instanceof ExecutionResult.Passed && execution.races.first() != null;
    if (!bad) {
      return;
    }
    var worst =
        finding == null
            || !finding.isFailure() && !(result instanceof ExecutionResult.Passed)
            || result instanceof ExecutionResult.Failed
                && finding.bound == bound
                && length(execution, result) < finding.length;
    if (worst) {
      var decisions = new Decisions(choices, shared.codes());
      var length = length(execution, result);
      finding = new Finding(result, decisions, execution.races.first(), length, bound);
    }
  }

  /// How much a reader has to take in: rare events weigh more than any number of steps, and that a
  /// program never ends is more than that it goes wrong.
  private int length(Execution execution, ExecutionResult result) {
    var endless =
        result instanceof ExecutionResult.Failed failed
            && failed.kind() == ExecutionResult.Kind.NO_PROGRESS;
    var rare = execution.rareEvents() + (endless ? MOST_RARE_EVENTS : 0);
    return rare * (limits.steps() + 1) + execution.steps();
  }

  /// Whether the search can end.
  private boolean failureFound() {
    return !bounds.pastFailures() && finding != null && finding.isFailure();
  }

  private boolean timeIsUp() {
    return System.nanoTime() - deadline > 0
        || Thread.currentThread().isInterrupted()
        || observer.stops();
  }

  private SearchResult result(int bound, SearchResult.End end) {
    if (finding == null) {
      var defaultSchedule = new Decisions(List.of(), shared.codes());
      finding = new Finding(new ExecutionResult.Passed(), defaultSchedule, null, 0, bound);
    }
    return new SearchResult(
        finding.result,
        finding.decisions,
        finding.race,
        finding.bound,
        schedules,
        pruned,
        end,
        end == SearchResult.End.SAMPLED ? odds.chance() : 0,
        delays,
        0);
  }
}
