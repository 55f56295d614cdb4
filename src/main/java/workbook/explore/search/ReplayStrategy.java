package workbook.explore.search;

import workbook.explore.runtime.EnabledActions;
import workbook.explore.runtime.Execution;
import workbook.explore.runtime.ExecutionResult;
import workbook.explore.runtime.SchedulingStrategy;

/// Makes the choices a schedule says, and the usual ones where it says nothing.
final class ReplayStrategy implements SchedulingStrategy {
  private final Schedule schedule;
  private int decision;
  private int turn;
  private String misfit;

  ReplayStrategy(Schedule schedule) {
    this.schedule = schedule;
  }

  @Override
  public int choose(Execution execution, EnabledActions actions) {
    var here = decision++;
    if (turn == schedule.turns().size() || schedule.turns().get(turn).decision() != here) {
      return 0;
    }
    var option = schedule.turns().get(turn++).option();
    if (option < actions.size()) {
      return option;
    }
    misfit = "decision " + here + " has no option " + option;
    return CUT;
  }

  /// Checks that every choice was asked for and could be made, and that no place was missing.
  ///
  /// @throws IllegalArgumentException with one plain sentence when the schedule is of another
  ///   program
  void end(ExecutionResult result) {
    if (result instanceof ExecutionResult.Discovery discovery) {
      misfit = "it does not know of " + discovery.place();
    } else if (misfit == null && turn < schedule.turns().size()) {
      misfit = "the run ends before decision " + schedule.turns().get(turn).decision();
    }
    if (misfit != null) {
      throw new IllegalArgumentException("this schedule does not fit this code: " + misfit);
    }
  }
}
