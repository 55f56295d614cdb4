package workbook.explore.search;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import workbook.explore.runtime.EnabledActions;
import workbook.explore.runtime.Execution;
import workbook.explore.runtime.ExecutionLimits;
import workbook.explore.runtime.ExecutionListener;
import workbook.explore.runtime.ExecutionResult;
import workbook.explore.runtime.Fiber;
import workbook.explore.runtime.ResultExplainer;
import workbook.explore.runtime.SchedulingStrategy;
import workbook.explore.runtime.SharedLocations;

/// Runs a program as far as a person has decided, and no further unless they want it to go on by
/// itself: every step runs it again.
final class GuidedReplay implements SchedulingStrategy {
  private static final int MAX_EXECUTIONS = 20_000;

  private final List<Integer> options;
  private final boolean goesOn;
  private final ExecutionListener listener;
  private final DecisionListener decisions;
  private int decision;
  private ExecutionState state;

  private GuidedReplay(
      List<Integer> options,
      boolean goesOn,
      ExecutionListener listener,
      DecisionListener decisions) {
    this.options = options;
    this.goesOn = goesOn;
    this.listener = listener;
    this.decisions = decisions;
  }

  /// The state after these options were taken, and, if the run goes on, the default ones from there
  /// to its end.
  static ExecutionState stateAfter(
      Supplier<Runnable> program,
      Fiber.Factory fibers,
      List<Integer> options,
      boolean goesOn,
      Set<Integer> variables,
      ExecutionListener listener,
      DecisionListener decisions) {
    var guided = new GuidedReplay(options, goesOn, listener, decisions);
    var execution = execution(guided, fibers, variables, listener);
    var result = execution.execute(program.get());
    if (goesOn) {
      return ExecutionState.atEnd(execution, ResultExplainer.orRace(execution, result));
    }
    return result instanceof ExecutionResult.Pruned && guided.state != null
        ? guided.state
        : ExecutionState.atEnd(execution, result);
  }

  @Override
  public int choose(Execution execution, EnabledActions actions) {
    if (decision < options.size() || goesOn) {
      var option = decision < options.size() ? known(options.get(decision), actions) : 0;
      decision++;
      if (option >= 0) {
        decisions.decided(ExecutionState.options(execution, actions), option);
      }
      return option;
    }
    state = ExecutionState.at(execution, actions);
    listener.paused();
    return PRUNE;
  }

  private static int known(int option, EnabledActions actions) {
    return option < actions.size() ? option : DIVERGED;
  }

  /// The choices other than the default that lead from here to a failure at the lowest cost; null
  /// when no failure is found within the bound.
  static List<Decisions.Choice> findFailure(
      Supplier<Runnable> program,
      Fiber.Factory fibers,
      List<Integer> options,
      Set<Integer> variables,
      int bound) {
    var search = CheapestFirstStrategy.ofPreemptions(bound, true);
    for (var n = 0; n < MAX_EXECUTIONS; n++) {
      var execution = execution(new Prefix(options, search), fibers, variables, null);
      if (execution.execute(program.get()) instanceof ExecutionResult.Failed) {
        return search.choices();
      }
      if (!search.next() && !search.nextCost()) {
        break;
      }
    }
    return null;
  }

  private static Execution execution(
      SchedulingStrategy strategy,
      Fiber.Factory fibers,
      Set<Integer> variables,
      ExecutionListener listener) {
    var shared = new SharedLocations(variables);
    return new Execution(strategy, fibers, ExecutionLimits.DEFAULT, shared, listener);
  }

  /// Takes the options given, then searches.
  private static final class Prefix implements SchedulingStrategy {
    private final List<Integer> options;
    private final SchedulingStrategy then;
    private int decision;

    Prefix(List<Integer> options, SchedulingStrategy then) {
      this.options = options;
      this.then = then;
    }

    @Override
    public int choose(Execution execution, EnabledActions actions) {
      return decision < options.size()
          ? known(options.get(decision++), actions)
          : then.choose(execution, actions);
    }
  }
}
