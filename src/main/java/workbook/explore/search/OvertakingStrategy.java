package workbook.explore.search;

import java.util.ArrayList;
import java.util.List;
import workbook.explore.runtime.EnabledActions;
import workbook.explore.runtime.Execution;
import workbook.explore.runtime.SchedulingStrategy;
import workbook.explore.runtime.WakeReason;

/// Stops one thread before each of its first steps, as long as another one can go on, so that it is
/// overtaken again and again. The others take the default schedule.
final class OvertakingStrategy implements SchedulingStrategy {
  private final List<Decisions.Choice> choices = new ArrayList<>();
  private final int victim;
  private final int most;
  private final int value;
  private int decision;
  private int overtaken;
  private int threads = 1;
  private int values = 1;

  /// @param victim the number of the thread
  /// @param most how often it is stopped at most
  /// @param value which of the values to take that the program asks for; if there are fewer, the
  ///   last
  OvertakingStrategy(int victim, int most, int value) {
    this.victim = victim;
    this.most = most;
    this.value = value;
  }

  @Override
  public int choose(Execution execution, EnabledActions actions) {
    var option = actions.thread(0) == null ? chosenValue(actions) : thread(execution, actions);
    if (option != 0) {
      choices.add(new Decisions.Choice(decision, option));
    }
    decision++;
    return option;
  }

  private int chosenValue(EnabledActions actions) {
    var free = 1;
    while (free < actions.size() && actions.cost(free) == 0) {
      free++;
    }
    values = Math.max(values, free);
    return Math.min(value, free - 1);
  }

  private int thread(Execution execution, EnabledActions actions) {
    noteThreads(actions);
    var stops = execution.currentThread().id() == victim && overtaken < most && !actions.isFree();
    var option = stops ? another(actions) : 0;
    overtaken += option == 0 ? 0 : 1;
    return option;
  }

  /// The first thread that can go on and is not the victim; 0 if there is none.
  private int another(EnabledActions actions) {
    for (var option = 0; option < actions.size(); option++) {
      if (actions.thread(option).id() != victim && actions.wakeReason(option) == WakeReason.READY) {
        return option;
      }
    }
    return 0;
  }

  private void noteThreads(EnabledActions actions) {
    for (var option = 0; option < actions.size(); option++) {
      threads = Math.max(threads, actions.thread(option).id() + 1);
    }
  }

  List<Decisions.Choice> choices() {
    return choices;
  }

  /// How often the thread was stopped.
  int overtaken() {
    return overtaken;
  }

  /// How many threads there are, as far as it has seen.
  int threads() {
    return threads;
  }

  /// Of how many values the program asked for one, at most.
  int values() {
    return values;
  }
}
