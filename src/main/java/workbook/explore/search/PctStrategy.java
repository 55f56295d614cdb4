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
  private static final int CHANGES = 3;

  private final SplittableRandom random;
  private final Map<LogicalThread, Integer> priorities = new HashMap<>();
  private final List<Decisions.Choice> choices = new ArrayList<>();
  private final int[] changeAt = new int[CHANGES];
  private int decision;
  private int lowest;

  /// @param decisions how many decisions a run is expected to have
  PctStrategy(long seed, int decisions) {
    random = new SplittableRandom(seed);
    for (var i = 0; i < CHANGES; i++) {
      changeAt[i] = random.nextInt(Math.max(1, decisions));
    }
  }

  @Override
  public int choose(Execution execution, EnabledActions actions) {
    var option = actions.thread(0) == null ? value(actions) : thread(execution, actions);
    if (option != 0) {
      choices.add(new Decisions.Choice(decision, option));
    }
    decision++;
    return option;
  }

  List<Decisions.Choice> choices() {
    return choices;
  }

  private int value(EnabledActions actions) {
    var rarely = actions.price(actions.size() - 1) > 0 && random.nextInt(4) != 0;
    return rarely ? 0 : random.nextInt(actions.size());
  }

  private int thread(Execution execution, EnabledActions actions) {
    for (var at : changeAt) {
      if (at == decision) {
        priorities.put(execution.me(), --lowest);
      }
    }
    var best = -1;
    for (var option = 0; option < actions.size(); option++) {
      var unasked =
          actions.wake(option) != WakeReason.READY
              && actions.wake(option) != WakeReason.INTERRUPTED;
      if (unasked && option > 0 && random.nextInt(16) != 0) {
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
