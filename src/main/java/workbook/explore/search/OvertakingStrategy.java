package workbook.explore.search;

import java.util.ArrayList;
import java.util.List;
import workbook.explore.runtime.EnabledActions;
import workbook.explore.runtime.Execution;
import workbook.explore.runtime.SchedulingStrategy;
import workbook.explore.runtime.WakeReason;

/// Stops one thread before each of its steps, or every second, third and so on, as long as another
/// one can go on, so that it is overtaken again and again. The others take the default schedule.
final class OvertakingStrategy implements SchedulingStrategy {
  private final List<Decisions.Choice> choices = new ArrayList<>();
  private final int most;
  private final Pattern pattern;
  private int decision;
  private int overtaken;
  private int steps;
  private int threads = 1;
  private int values = 1;

  /// Whom to stop, and where.
  ///
  /// @param value which of the values to take that the program asks for; if there are fewer, the
  ///   last
  /// @param victim the number of the thread
  /// @param stride 1 to stop it before each step, 2 before every second one
  /// @param offset how many steps to let it take before that; less than the stride
  record Pattern(int value, int victim, int stride, int offset) {}

  /// @param most how often the thread is stopped at most
  OvertakingStrategy(Pattern pattern, int most) {
    this.pattern = pattern;
    this.most = most;
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
    return Math.min(pattern.value, free - 1);
  }

  private int thread(Execution execution, EnabledActions actions) {
    noteThreads(actions);
    var option = stops(execution, actions) ? another(actions) : 0;
    overtaken += option == 0 ? 0 : 1;
    return option;
  }

  private boolean stops(Execution execution, EnabledActions actions) {
    return execution.currentThread().id() == pattern.victim
        && !actions.isFree()
        && steps++ % pattern.stride == pattern.offset
        && overtaken < most;
  }

  /// The first thread that can go on and is not the victim; 0 if there is none.
  private int another(EnabledActions actions) {
    for (var option = 0; option < actions.size(); option++) {
      if (actions.thread(option).id() != pattern.victim
          && actions.wakeReason(option) == WakeReason.READY) {
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
