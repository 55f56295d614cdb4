package workbook.explore.search;

import workbook.explore.runtime.CodeLocation;
import workbook.explore.runtime.EnabledActions;
import workbook.explore.runtime.Execution;
import workbook.explore.runtime.ExecutionResult;
import workbook.explore.runtime.SchedulingStrategy;

/// Makes the choices a schedule says, and the default ones where it says nothing.
final class ReplayStrategy implements SchedulingStrategy {
  private final Decisions decisions;
  private int decision;
  private int next;
  private String mismatch;
  private CodeLocation last = CodeLocation.NOWHERE;

  ReplayStrategy(Decisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public int choose(Execution execution, EnabledActions actions) {
    var here = decision++;
    last = execution.currentThread().site();
    if (next == decisions.choices().size() || decisions.choices().get(next).decision() != here) {
      return 0;
    }
    var option = decisions.choices().get(next++).option();
    if (option < actions.size()) {
      return option;
    }
    mismatch = "decision " + here + " has no option " + option;
    return PRUNE;
  }

  /// Checks that every choice was asked for and could be made, and that no variable was missing.
  ///
  /// @throws ScheduleMismatchException with one plain sentence when the schedule is of another
  ///   program
  void end(ExecutionResult result) {
    if (result instanceof ExecutionResult.Discovery discovery) {
      mismatch = "it does not know of " + discovery.variable();
    } else if (mismatch == null && next < decisions.choices().size()) {
      mismatch = "the run ends before decision " + decisions.choices().get(next).decision();
    }
    if (mismatch != null) {
      throw new ScheduleMismatchException(mismatch, last);
    }
  }
}
