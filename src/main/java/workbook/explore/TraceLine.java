package workbook.explore;

import java.util.ArrayList;
import java.util.List;

/// One line of a trace as it is told.
public sealed interface TraceLine {
  /// A step.
  ///
  /// @param number from 1, in the whole run
  record Told(int number, Trace.Step step) implements TraceLine {}

  /// Steps that are not told.
  ///
  /// @param steps how many
  record LeftOut(int steps) implements TraceLine {}

  /// The steps before come again at once.
  ///
  /// @param times how often
  record Again(int times) implements TraceLine {}

  static List<TraceLine> of(List<Trace.Step> steps) {
    var lines = new ArrayList<TraceLine>();
    var next = 0;
    for (var place : TraceSelection.of(steps)) {
      if (place < next) {
        continue;
      }
      leaveOut(place - next, lines);
      var length = TraceSelection.cycle(steps, place);
      for (var at = place; at < place + length; at++) {
        lines.add(new Told(at + 1, steps.get(at)));
      }
      var repeats = TraceSelection.repeats(steps, place, length);
      if (repeats > 0) {
        lines.add(new Again(repeats));
      }
      next = place + length * (repeats + 1);
    }
    leaveOut(steps.size() - next, lines);
    return lines;
  }

  private static void leaveOut(int steps, List<TraceLine> lines) {
    if (steps > 0) {
      lines.add(new LeftOut(steps));
    }
  }
}
