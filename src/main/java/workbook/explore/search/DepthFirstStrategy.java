package workbook.explore.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import workbook.explore.runtime.EnabledActions;
import workbook.explore.runtime.Execution;
import workbook.explore.runtime.SchedulingStrategy;

/// Goes through all schedules with at most a number of deviations, depth first.
///
/// Each run follows the path of the last one up to the last decision that has an option left which
/// can still be paid for, takes that option, and the usual one from there on. With `seen`, a run is
/// cut as soon as it comes to a situation that was met before with at least as much left to spend:
/// the two pasts differ only in the order of steps that do not touch each other, so they have the
/// same futures.
final class DepthFirstStrategy implements SchedulingStrategy {
  private final int bound;
  private final VisitedStates visited;
  private int[] chosen = new int[64];
  private int[] spent = new int[64];
  private byte[][] prices = new byte[64][];
  private int length;
  private int depth;

  /// @param visited null to go through all schedules, equivalent or not
  DepthFirstStrategy(int bound, VisitedStates visited) {
    this.bound = bound;
    this.visited = visited;
  }

  @Override
  public int choose(Execution execution, EnabledActions actions) {
    if (depth < length) {
      return chosen[depth++];
    }
    var before = depth == 0 ? 0 : spent[depth - 1] + prices[depth - 1][chosen[depth - 1]];
    var aboutThreads = actions.thread(0) != null;
    if (visited != null && aboutThreads && !visited.add(execution.fingerprint(), bound - before)) {
      return CUT;
    }
    if (depth == chosen.length) {
      grow();
    }
    chosen[depth] = 0;
    spent[depth] = before;
    prices[depth] = pricesOf(actions);
    length = ++depth;
    return 0;
  }

  /// Turns to the next schedule; false when there is none.
  boolean next() {
    depth = 0;
    while (length > 0) {
      var last = length - 1;
      for (var option = chosen[last] + 1; option < prices[last].length; option++) {
        if (spent[last] + prices[last][option] <= bound) {
          chosen[last] = option;
          return true;
        }
      }
      length--;
    }
    return false;
  }

  /// How many decisions the last run had.
  int decisions() {
    return depth;
  }

  /// What the last run paid.
  int paid() {
    return depth == 0 ? 0 : spent[depth - 1] + prices[depth - 1][chosen[depth - 1]];
  }

  /// The unusual choices of the last run.
  List<Decisions.Choice> choices() {
    var choices = new ArrayList<Decisions.Choice>();
    for (var i = 0; i < depth; i++) {
      if (chosen[i] != 0) {
        choices.add(new Decisions.Choice(i, chosen[i]));
      }
    }
    return choices;
  }

  private static byte[] pricesOf(EnabledActions actions) {
    var prices = new byte[actions.size()];
    for (var i = 0; i < prices.length; i++) {
      prices[i] = (byte) actions.price(i);
    }
    return prices;
  }

  private void grow() {
    chosen = Arrays.copyOf(chosen, 2 * depth);
    spent = Arrays.copyOf(spent, 2 * depth);
    prices = Arrays.copyOf(prices, 2 * depth);
  }
}
