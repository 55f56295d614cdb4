package workbook.explore.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import workbook.explore.runtime.CodeLocation;
import workbook.explore.runtime.EnabledActions;
import workbook.explore.runtime.Execution;
import workbook.explore.runtime.LogicalThread;
import workbook.explore.runtime.SchedulingStrategy;

/// Goes through all schedules within a bound, depth first: a bound on preemptions, or on delays.
///
/// A delay passes over the thread that would go on by default, also where leaving it is no
/// preemption (Emmi, Qadeer, Rakamarić: Delay-Bounded Scheduling, POPL 2011). So there are few
/// schedules with few delays, however many threads there are.
///
/// Each execution follows the last one up to the last decision that has an option left which does
/// not exceed the bound, takes that option, and the default from there on. With [VisitedStates], an
/// execution is pruned as soon as it reaches a state that was visited with at least as much of the
/// bound left: the two pasts differ only in the order of independent steps, so they have the same
/// futures. An execution that is offered something else than the last one, where it should follow
/// it, has diverged.
final class DepthFirstStrategy implements SchedulingStrategy {
  private final int bound;
  private final boolean delays;
  private final VisitedStates visited;
  private int[] taken = new int[64];
  private int[] costBefore = new int[64];
  private byte[][] costs = new byte[64][];

  /// What was offered at each decision, and where.
  private int[] offered = new int[64];

  private CodeLocation[] places = new CodeLocation[64];
  private int length;
  private int depth;

  /// Whether some option was left out because it exceeds the bound.
  private boolean boundMatters;

  /// Who was chosen last for nothing, because nobody could go on, and how much it had done by then
  /// that others may notice; null when it was otherwise.
  private LogicalThread resumed;

  private int itsActs;

  private DepthFirstStrategy(int bound, boolean delays, VisitedStates visited) {
    this.bound = bound;
    this.delays = delays;
    this.visited = visited;
  }

  /// @param bound the highest cost of a schedule, see [EnabledActions#cost]
  /// @param visited null to go through all schedules, equivalent or not
  static DepthFirstStrategy ofPreemptions(int bound, VisitedStates visited) {
    return new DepthFirstStrategy(bound, false, visited);
  }

  /// @param bound the highest number of delays, each stale read being one, too
  /// @param visited null to go through all schedules, equivalent or not
  static DepthFirstStrategy ofDelays(int bound, VisitedStates visited) {
    return new DepthFirstStrategy(bound, true, visited);
  }

  @Override
  public int choose(Execution execution, EnabledActions actions) {
    var place = execution.currentThread().site();
    var quiet = resumed != null && waitsAgain(execution, actions);
    resumed = null;
    if (depth < length) {
      var same = offered[depth] == actions.fingerprint() && places[depth] == place;
      return same ? taken[depth++] : DIVERGED;
    }
    var cost = cost();
    var aboutThreads = actions.thread(0) != null;
    if (quiet && visited != null) {
      costs[depth - 1] = Arrays.copyOf(costs[depth - 1], 1);
    }
    if (visited != null && aboutThreads && isVisited(execution, cost)) {
      return PRUNE;
    }
    if (depth == taken.length) {
      grow();
    }
    taken[depth] = 0;
    costBefore[depth] = cost;
    costs[depth] = costsOf(actions);
    offered[depth] = actions.fingerprint();
    places[depth] = place;
    length = ++depth;
    if (aboutThreads && actions.isFree() && !delays) {
      resumed = actions.thread(0);
      itsActs = resumed.acts();
    }
    return 0;
  }

  private boolean isVisited(Execution execution, int cost) {
    if (visited.add(execution.fingerprint(), bound - cost, bound)) {
      return false;
    }
    boundMatters |= visited.wasEarlier();
    return true;
  }

  /// Whether there may be schedules beyond the bound.
  boolean boundMatters() {
    return boundMatters;
  }

  /// Whether the thread that went on last only waits again, for something else, and did nothing
  /// that others may notice. Then it might as well have gone on at any other time.
  private boolean waitsAgain(Execution execution, EnabledActions actions) {
    return execution.currentThread() == resumed
        && actions.isFree()
        && !resumed.finished()
        && resumed.acts() == itsActs;
  }

  /// Turns to the next schedule; false when there is none.
  boolean next() {
    depth = 0;
    while (length > 0) {
      var last = length - 1;
      for (var option = taken[last] + 1; option < costs[last].length; option++) {
        if (costBefore[last] + costs[last][option] <= bound) {
          taken[last] = option;
          return true;
        }
        boundMatters = true;
      }
      length--;
    }
    return false;
  }

  /// Which part of the schedules within the bound is done, if each option of a decision leads to as
  /// many as the others; from 0 to 1.
  double done() {
    var done = 0.0;
    var weight = 1.0;
    for (var i = 0; i < length && weight > 1e-12; i++) {
      var affordable = 0;
      var before = 0;
      for (var option = 0; option < costs[i].length; option++) {
        if (costBefore[i] + costs[i][option] <= bound) {
          before += option < taken[i] ? 1 : 0;
          affordable++;
        }
      }
      weight /= affordable;
      done += weight * before;
    }
    return done;
  }

  /// Where the last execution should have gone on as the one before it, and ended; null when it
  /// went as far.
  CodeLocation endedBefore() {
    return depth < length ? places[depth] : null;
  }

  /// How many decisions the last execution had.
  int decisions() {
    return depth;
  }

  /// What the decisions of the last execution cost.
  int cost() {
    return depth == 0 ? 0 : costBefore[depth - 1] + costs[depth - 1][taken[depth - 1]];
  }

  /// The choices of the last execution that differ from the default.
  List<Decisions.Choice> choices() {
    var choices = new ArrayList<Decisions.Choice>();
    for (var i = 0; i < depth; i++) {
      if (taken[i] != 0) {
        choices.add(new Decisions.Choice(i, taken[i]));
      }
    }
    return choices;
  }

  private byte[] costsOf(EnabledActions actions) {
    var costs = new byte[actions.size()];
    var countsDelays = delays && actions.thread(0) != null;
    for (var i = 0; i < costs.length; i++) {
      costs[i] = (byte) (countsDelays ? Math.min(i, Byte.MAX_VALUE) : actions.cost(i));
    }
    return costs;
  }

  private void grow() {
    taken = Arrays.copyOf(taken, 2 * depth);
    costBefore = Arrays.copyOf(costBefore, 2 * depth);
    costs = Arrays.copyOf(costs, 2 * depth);
    offered = Arrays.copyOf(offered, 2 * depth);
    places = Arrays.copyOf(places, 2 * depth);
  }
}
