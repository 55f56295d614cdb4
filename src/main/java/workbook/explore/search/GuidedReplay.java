package workbook.explore.search;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import workbook.explore.runtime.EnabledActions;
import workbook.explore.runtime.Execution;
import workbook.explore.runtime.ExecutionListener;
import workbook.explore.runtime.ExecutionResult;
import workbook.explore.runtime.Fiber;
import workbook.explore.runtime.SchedulingStrategy;
import workbook.explore.runtime.SharedLocations;

/// Runs a program as far as somebody has decided, and no further: stepping is running again.
final class GuidedReplay implements SchedulingStrategy {
  private static final int TRIES = 20_000;

  private final List<Integer> decided;
  private final ExecutionListener listener;
  private int decision;
  private Situation situation;

  private GuidedReplay(List<Integer> decided, ExecutionListener listener) {
    this.decided = decided;
    this.listener = listener;
  }

  /// The situation after these decisions.
  static Situation after(
      Supplier<Runnable> program,
      Fiber.Factory fibers,
      List<Integer> decided,
      Set<Integer> places,
      ExecutionListener listener) {
    var guided = new GuidedReplay(decided, listener);
    var execution =
        new Execution(
            guided, fibers, Execution.Limits.DEFAULT, new SharedLocations(places), listener);
    var result = execution.execute(program.get());
    return result instanceof ExecutionResult.Cut && guided.situation != null
        ? guided.situation
        : Situation.of(execution, null, result);
  }

  @Override
  public int choose(Execution execution, EnabledActions actions) {
    if (decision < decided.size()) {
      return decided.get(decision++);
    }
    situation = Situation.of(execution, actions, null);
    listener.paused();
    return CUT;
  }

  /// The decisions that lead from here to a failure with the fewest deviations, and how many those
  /// are; null when none is found.
  static List<Decisions.Choice> wayToFail(
      Supplier<Runnable> program,
      Fiber.Factory fibers,
      List<Integer> decided,
      Set<Integer> places,
      int deviations) {
    for (var bound = 0; bound <= deviations; bound++) {
      var strategy = new DepthFirstStrategy(bound, new VisitedStates());
      for (var tries = 0; tries < TRIES; tries++) {
        var prefix = new Prefix(decided, strategy);
        var execution =
            new Execution(
                prefix, fibers, Execution.Limits.DEFAULT, new SharedLocations(places), null);
        if (execution.execute(program.get()) instanceof ExecutionResult.Failed) {
          return strategy.choices();
        }
        if (!strategy.next()) {
          break;
        }
      }
    }
    return null;
  }

  /// Follows what was decided, then searches.
  private static final class Prefix implements SchedulingStrategy {
    private final List<Integer> decided;
    private final SchedulingStrategy then;
    private int decision;

    Prefix(List<Integer> decided, SchedulingStrategy then) {
      this.decided = decided;
      this.then = then;
    }

    @Override
    public int choose(Execution execution, EnabledActions actions) {
      return decision < decided.size() ? decided.get(decision++) : then.choose(execution, actions);
    }
  }
}
