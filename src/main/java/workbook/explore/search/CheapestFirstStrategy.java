package workbook.explore.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import workbook.explore.runtime.CodeLocation;
import workbook.explore.runtime.EnabledActions;
import workbook.explore.runtime.Execution;
import workbook.explore.runtime.LogicalThread;
import workbook.explore.runtime.SchedulingStrategy;

/// Goes through all schedules in the order of what they cost: preemptions, or delays.
///
/// A delay passes over the thread that would go on by default, also where leaving it is no
/// preemption (Emmi, Qadeer, Rakamarić: Delay-Bounded Scheduling, POPL 2011). So there are few
/// schedules with few delays, however many threads there are.
///
/// Each execution follows the last one up to the last decision that has a free option left, takes
/// that option, and the default from there on. Options that cost something are put off until the
/// turn of that cost has come; so no schedule is run a second time. An execution is pruned as soon
/// as it reaches a state that another one has reached before, and for no more, since the cheaper
/// come first: the two pasts differ only in the order of independent steps, so they have the same
/// futures. An execution that is offered something else than an earlier one, where it should follow
/// it, has diverged.
final class CheapestFirstStrategy implements SchedulingStrategy {
  private final int mostCost;
  private final boolean delays;
  private final VisitedStates visited;
  private final Branches branches;
  private int cost;

  /// How many decisions the prefix has that all executions share until another branch is taken.
  private int rooted;

  /// How many branches of this cost have been taken.
  private int begun = 1;

  private int[] taken = new int[64];
  private byte[][] costs = new byte[64][];

  /// What was offered at each decision, and at all up to it; and where.
  private int[] offered = new int[64];

  private int[] offeredSoFar = new int[64];
  private CodeLocation[] places = new CodeLocation[64];

  /// The branch that each decision belongs to.
  private int[] branchAt = new int[64];

  private int length;
  private int depth;

  /// How many decisions of the prefix were followed once, so that what they offered is known.
  private int known;

  /// Whether some option was left out because it costs too much.
  private boolean leftOut;

  /// Who was chosen last for nothing, because nobody could go on, and how much it had done by then
  /// that others may notice; null when it was otherwise.
  private LogicalThread resumed;

  private int itsActs;

  private CheapestFirstStrategy(int mostCost, boolean delays, boolean reduced) {
    this.mostCost = mostCost;
    this.delays = delays;
    visited = reduced ? new VisitedStates() : null;
    branches = new Branches(mostCost);
    branches.take(0);
  }

  /// @param mostCost the highest cost of a schedule, see [EnabledActions#cost]
  /// @param reduced false to go through all schedules, equivalent or not
  static CheapestFirstStrategy ofPreemptions(int mostCost, boolean reduced) {
    return new CheapestFirstStrategy(mostCost, false, reduced);
  }

  /// @param mostCost the highest number of delays, each stale read being one, too
  /// @param reduced false to go through all schedules, equivalent or not
  static CheapestFirstStrategy ofDelays(int mostCost, boolean reduced) {
    return new CheapestFirstStrategy(mostCost, true, reduced);
  }

  @Override
  public int choose(Execution execution, EnabledActions actions) {
    var place = execution.currentThread().site();
    var quiet = resumed != null && waitsAgain(execution, actions);
    resumed = null;
    if (depth < length) {
      return follow(actions, place);
    }
    var aboutThreads = actions.thread(0) != null;
    if (quiet && visited != null) {
      costs[depth - 1] = Arrays.copyOf(costs[depth - 1], 1);
    }
    if (visited != null && aboutThreads && !visited.add(execution.fingerprint())) {
      return PRUNE;
    }
    if (depth == taken.length) {
      grow();
    }
    taken[depth] = 0;
    costs[depth] = costsOf(actions);
    take(actions, place);
    length = depth;
    if (aboutThreads && actions.isFree() && !delays) {
      resumed = actions.thread(0);
      itsActs = resumed.acts();
    }
    return 0;
  }

  private int follow(EnabledActions actions, CodeLocation place) {
    var option = taken[depth];
    if (depth >= known && depth < rooted) {
      take(actions, place);
      known = depth;
      return agrees(depth - 1) && option < actions.size() ? option : DIVERGED;
    }
    var same = offered[depth] == actions.fingerprint() && places[depth] == place;
    depth++;
    return same ? option : DIVERGED;
  }

  /// Whether what was offered up to a decision is what was offered when its branch was put off.
  private boolean agrees(int decision) {
    var at = branchAt[decision];
    return branches.decision(at) != decision
        || branches.offer(at) == offeredSoFar[decision] && branches.place(at) == places[decision];
  }

  private void take(EnabledActions actions, CodeLocation place) {
    offered[depth] = actions.fingerprint();
    offeredSoFar[depth] = 31 * (depth == 0 ? 0 : offeredSoFar[depth - 1]) + offered[depth];
    places[depth] = place;
    if (depth >= rooted) {
      branchAt[depth] = branchBefore(depth);
    }
    depth++;
  }

  private int branchBefore(int decision) {
    return decision == 0 ? 0 : branchAt[decision - 1];
  }

  /// Whether the thread that went on last only waits again, for something else, and did nothing
  /// that others may notice. Then it might as well have gone on at any other time.
  private boolean waitsAgain(Execution execution, EnabledActions actions) {
    return execution.currentThread() == resumed
        && actions.isFree()
        && !resumed.finished()
        && resumed.acts() == itsActs;
  }

  /// Turns to the next schedule of the same cost; false when there is none.
  boolean next() {
    depth = 0;
    while (length > rooted) {
      var last = length - 1;
      for (var option = taken[last] + 1; option < costs[last].length; option++) {
        if (costs[last][option] == 0) {
          taken[last] = option;
          branchAt[last] = branch(last, option);
          return true;
        }
        putOff(last, option);
      }
      length--;
    }
    return takeBranch();
  }

  private int branch(int decision, int option) {
    return branches.add(
        branchBefore(decision), decision, option, offeredSoFar[decision], places[decision]);
  }

  private void putOff(int decision, int option) {
    var then = cost + costs[decision][option];
    if (then <= mostCost) {
      branches.queue(branch(decision, option), then);
    } else {
      leftOut = true;
    }
  }

  private boolean takeBranch() {
    if (branches.isEmpty(cost)) {
      return false;
    }
    var branch = branches.take(cost);
    begun++;
    rooted = branches.decision(branch) + 1;
    while (rooted > taken.length) {
      grow();
    }
    length = rooted;
    known = 0;
    var at = branch;
    for (var decision = rooted - 1; decision >= 0; decision--) {
      branchAt[decision] = at;
      var chooses = branches.decision(at) == decision;
      taken[decision] = chooses ? branches.option(at) : 0;
      at = chooses ? branches.parent(at) : at;
    }
    return true;
  }

  /// Turns to the schedules that cost one more; false when that is too much, or there are no more
  /// schedules at all.
  boolean nextCost() {
    if (cost == mostCost || !hasMore()) {
      return false;
    }
    cost++;
    begun = 0;
    return takeBranch() || nextCost();
  }

  /// Whether there may be schedules that cost more.
  boolean hasMore() {
    var more = leftOut;
    for (var later = cost + 1; later <= mostCost; later++) {
      more |= !branches.isEmpty(later);
    }
    return more;
  }

  /// What the last execution cost; those that cost less have all been run.
  int cost() {
    return cost;
  }

  /// Which part of the schedules of this cost is done, if each branch and each option of a decision
  /// leads to as many as the others; from 0 to 1.
  double done() {
    var done = 0.0;
    var weight = 1.0 / branches.queued(cost);
    var before = weight * (begun - 1);
    for (var i = rooted; i < length && weight > 1e-12; i++) {
      var free = 0;
      var earlier = 0;
      for (var option = 0; option < costs[i].length; option++) {
        if (costs[i][option] == 0) {
          earlier += option < taken[i] ? 1 : 0;
          free++;
        }
      }
      weight /= free;
      done += weight * earlier;
    }
    return before + done;
  }

  /// Where the last execution should have gone on as the one before it, and ended; null when it
  /// went as far.
  CodeLocation endedBefore() {
    if (depth >= length) {
      return null;
    }
    if (depth < known || depth >= rooted) {
      return places[depth];
    }
    var decision = depth;
    while (branches.decision(branchAt[decision]) != decision) {
      decision++;
    }
    return branches.place(branchAt[decision]);
  }

  /// How many decisions the last execution had.
  int decisions() {
    return depth;
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
    var size = 2 * taken.length;
    taken = Arrays.copyOf(taken, size);
    costs = Arrays.copyOf(costs, size);
    offered = Arrays.copyOf(offered, size);
    offeredSoFar = Arrays.copyOf(offeredSoFar, size);
    places = Arrays.copyOf(places, size);
    branchAt = Arrays.copyOf(branchAt, size);
  }
}
