package workbook.explore.search;

import java.util.Arrays;
import workbook.explore.runtime.CodeLocation;

/// Prefixes of schedules, each a choice other than the default after another prefix, and a queue of
/// them for each cost.
///
/// A prefix is a number. 0 is the empty one.
final class Branches {
  private static final int NONE = -1;

  private int[] parents = new int[64];
  private int[] decisions = new int[64];
  private int[] options = new int[64];
  private int[] offers = new int[64];
  private CodeLocation[] places = new CodeLocation[64];

  /// Who comes after it in its queue.
  private int[] following = new int[64];

  private int size = 1;
  private final int[] firsts;
  private final int[] lasts;
  private final int[] counts;

  /// @param mostCost the highest cost that there is a queue for
  Branches(int mostCost) {
    firsts = new int[mostCost + 1];
    lasts = new int[mostCost + 1];
    counts = new int[mostCost + 1];
    Arrays.fill(firsts, NONE);
    parents[0] = NONE;
    decisions[0] = NONE;
    queue(0, 0);
  }

  /// The prefix that takes an option at a decision after those of another prefix, and defaults in
  /// between.
  ///
  /// @param offer what was offered up to there, in one number
  /// @param place where the decision was
  int add(int parent, int decision, int option, int offer, CodeLocation place) {
    if (size == parents.length) {
      grow();
    }
    parents[size] = parent;
    decisions[size] = decision;
    options[size] = option;
    offers[size] = offer;
    places[size] = place;
    return size++;
  }

  /// Puts a prefix at the end of the queue of its cost.
  void queue(int branch, int cost) {
    following[branch] = NONE;
    if (firsts[cost] == NONE) {
      firsts[cost] = branch;
    } else {
      following[lasts[cost]] = branch;
    }
    lasts[cost] = branch;
    counts[cost]++;
  }

  /// How many were ever put into the queue of this cost.
  int queued(int cost) {
    return counts[cost];
  }

  boolean isEmpty(int cost) {
    return firsts[cost] == NONE;
  }

  /// Takes the first one from the queue of this cost.
  int take(int cost) {
    var branch = firsts[cost];
    firsts[cost] = following[branch];
    return branch;
  }

  int parent(int branch) {
    return parents[branch];
  }

  /// At which decision it chooses last; -1 for the empty prefix.
  int decision(int branch) {
    return decisions[branch];
  }

  int option(int branch) {
    return options[branch];
  }

  int offer(int branch) {
    return offers[branch];
  }

  CodeLocation place(int branch) {
    return places[branch];
  }

  private void grow() {
    parents = Arrays.copyOf(parents, 2 * size);
    decisions = Arrays.copyOf(decisions, 2 * size);
    options = Arrays.copyOf(options, 2 * size);
    offers = Arrays.copyOf(offers, 2 * size);
    places = Arrays.copyOf(places, 2 * size);
    following = Arrays.copyOf(following, 2 * size);
  }
}
