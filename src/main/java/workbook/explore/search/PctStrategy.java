package workbook.explore.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import workbook.explore.runtime.EnabledActions;
import workbook.explore.runtime.Execution;
import workbook.explore.runtime.LogicalThread;
import workbook.explore.runtime.SchedulingStrategy;
import workbook.explore.runtime.WakeReason;

/// Draws schedules at random by priorities (probabilistic concurrency testing, Burckhardt et al.).
///
/// Each thread gets a random priority when it is first seen; the highest that can run does. At a
/// few random decisions the running thread falls below all others. The same seed gives the same
/// schedules.
final class PctStrategy implements SchedulingStrategy {
  private final SplittableRandom random;
  private final Map<LogicalThread, Integer> priorities = new HashMap<>();
  private final List<Decisions.Choice> choices = new ArrayList<>();
  private final int[] changePoints;
  private final int expected;
  private boolean rareEvents;
  private int decision;
  private int lowestPriority;

  /// @param decisions how many decisions an execution is expected to have
  /// @param changes at how many of them the running thread falls below all others
  PctStrategy(long seed, int decisions, int changes) {
    random = new SplittableRandom(seed);
    changePoints = new int[changes];
    expected = Math.max(1, decisions);
    for (var i = 0; i < changes; i++) {
      changePoints[i] = random.nextInt(expected);
    }
  }

  @Override
  public int choose(Execution execution, EnabledActions actions) {
    var option =
        actions.thread(0) == null ? chooseValue(actions) : chooseThread(execution, actions);
    if (option != 0) {
      choices.add(new Decisions.Choice(decision, option));
    }
    decision++;
    return option;
  }

  List<Decisions.Choice> choices() {
    return choices;
  }

  /// How many decisions the execution was expected to have.
  int expected() {
    return expected;
  }

  /// How many it has had.
  int decisions() {
    return decision;
  }

  /// Whether anything was drawn but which thread goes on.
  boolean hadRareEvents() {
    return rareEvents;
  }

  private int chooseValue(EnabledActions actions) {
    rareEvents = true;
    var staysDefault = actions.cost(actions.size() - 1) > 0 && random.nextInt(4) != 0;
    return staysDefault ? 0 : random.nextInt(actions.size());
  }

  private int chooseThread(Execution execution, EnabledActions actions) {
    for (var at : changePoints) {
      if (at == decision) {
        priorities.put(execution.currentThread(), --lowestPriority);
      }
    }
    var best = -1;
    for (var option = 0; option < actions.size(); option++) {
      var rare =
          actions.wakeReason(option) != WakeReason.READY
              && actions.wakeReason(option) != WakeReason.INTERRUPTED;
      rareEvents |= rare;
      if (rare && option > 0 && random.nextInt(16) != 0) {
        continue;
      }
      if (best < 0 || priority(actions.thread(option)) > priority(actions.thread(best))) {
        best = option;
      }
    }
    return best;
  }

  private int priority(LogicalThread thread) {
    return priorities.computeIfAbsent(thread, t -> random.nextInt(1 << 20));
  }
}
