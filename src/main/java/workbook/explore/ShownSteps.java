package workbook.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The steps of a run that are worth showing, with what was printed in one line as one step.
final class ShownSteps {
  private static final int LAST_COLUMN = Integer.MAX_VALUE;

  private final List<Trace.Step> steps = new ArrayList<>();
  private final List<TraceEntry> shown = new ArrayList<>();
  private final TreeMap<Integer, String> columns = new TreeMap<>();

  /// How many steps are shown of the first so many entries.
  private final int[] count;

  /// @param from entries before it prepare the run; of them only what is printed is shown
  ShownSteps(List<TraceEntry> entries, int from, Predicate<TraceEntry> worthShowing) {
    count = new int[entries.size() + 1];
    TraceEntry chosen = null;
    for (var index = 0; index < entries.size(); index++) {
      var entry = entries.get(index);
      if (!entry.follows.isEmpty()) {
        chosen = entry;
      }
      if (!shown.isEmpty() && shown.getLast().goesOnIn(entry)) {
        shown.getLast().print(entry);
        steps.set(steps.size() - 1, shown.getLast().step);
      } else if (entry.prints() || index >= from && worthShowing.test(entry)) {
        steps.add(followed(entry, chosen));
        shown.add(entry);
        chosen = null;
        var isMain = entry.step.thread().equals(TraceRecorder.MAIN);
        columns.put(isMain ? LAST_COLUMN : entry.thread.id(), entry.step.thread());
      }
      count[index + 1] = steps.size();
    }
  }

  /// The step, and that its thread was chosen to follow, if that was at a step before, which is not
  /// shown.
  private static Trace.Step followed(TraceEntry entry, TraceEntry chosen) {
    return chosen != null && chosen.thread == entry.thread
        ? entry.step.following(chosen.follows)
        : entry.step;
  }

  List<Trace.Step> steps() {
    return steps;
  }

  /// What they were made of, one for each.
  List<TraceEntry> entries() {
    return shown;
  }

  /// The threads that have one, in the order they were started; the main thread is the last.
  List<String> threads() {
    return List.copyOf(columns.values());
  }

  /// How many steps are shown of the first so many entries.
  List<Integer> before(List<Integer> entries) {
    return entries.stream().map(many -> count[many]).toList();
  }
}
