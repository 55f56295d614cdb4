package workbook.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Which steps of a long trace are drawn: its beginning, its end, every turn with what stands
/// around it, and what was done to the variable of the last step.
final class TraceSelection {
  private static final int AT_EITHER_END = 30;
  private static final int BEFORE_TURN = 4;
  private static final int AFTER_TURN = 2;
  private static final int MOST_TURNS = 40;
  private static final int MOST_RELATED = 20;

  /// So many steps that come again and again are told once.
  private static final int LONGEST_CYCLE = 3;

  private TraceSelection() {}

  /// The places of the steps that are drawn.
  static List<Integer> of(List<Trace.Step> steps) {
    var all = steps.size();
    if (all <= 2 * AT_EITHER_END) {
      return IntStream.range(0, all).boxed().toList();
    }
    var drawn = new TreeSet<Integer>();
    for (var n = 0; n < AT_EITHER_END; n++) {
      drawn.add(n);
      drawn.add(all - 1 - n);
    }
    for (var turn : turns(steps)) {
      for (var n = Math.max(0, turn - BEFORE_TURN); n <= turn + AFTER_TURN && n < all; n++) {
        drawn.add(n);
      }
    }
    var related = related(steps);
    drawn.addAll(related.subList(Math.max(0, related.size() - MOST_RELATED), related.size()));
    return new ArrayList<>(drawn);
  }

  /// The steps that touch what the last step touches.
  static List<Integer> related(List<Trace.Step> steps) {
    var last =
        steps.reversed().stream()
            .map(Trace.Step::target)
            .filter(target -> !target.isEmpty())
            .findFirst()
            .orElse("none");
    return IntStream.range(0, steps.size())
        .filter(n -> steps.get(n).target().equals(last))
        .boxed()
        .toList();
  }

  /// Where the turns are: all, or if those are too many, the last of those that cost something.
  private static List<Integer> turns(List<Trace.Step> steps) {
    var turns =
        IntStream.range(0, steps.size()).filter(n -> steps.get(n).isTurn()).boxed().toList();
    if (turns.size() > MOST_TURNS) {
      turns = turns.stream().filter(n -> steps.get(n).isPaidTurn()).toList();
    }
    return turns.subList(Math.max(0, turns.size() - MOST_TURNS), turns.size());
  }

  /// How many steps from here on come again and again; 1 if they don't.
  static int cycle(List<Trace.Step> steps, int from) {
    for (var length = 1; length <= LONGEST_CYCLE; length++) {
      if (repeats(steps, from, length) >= length) {
        return length;
      }
    }
    return 1;
  }

  /// How often the steps from here on, so many, come again at once.
  static int repeats(List<Trace.Step> steps, int from, int length) {
    var next = from + length;
    while (next < steps.size() && steps.get(next).equals(steps.get(next - length))) {
      next++;
    }
    return Math.max(0, (next - from) / length - 1);
  }
}
