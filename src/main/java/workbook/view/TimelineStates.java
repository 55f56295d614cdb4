package workbook.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import workbook.Span;

/// The spans of a timeline in the order a reader meets them.
final class TimelineStates {
  private static final List<String> IDLE = List.of("wait", "block", "sleep", "park", "idle");

  private TimelineStates() {}

  /// The spans of each lane by time, lanes in the order of their first span. Neighbours of the same
  /// state become one span.
  static Map<String, List<Span>> lanes(List<Span> spans) {
    var lanes = new LinkedHashMap<String, List<Span>>();
    spans.stream()
        .sorted(Comparator.comparingLong(Span::from))
        .forEach(span -> add(lanes.computeIfAbsent(span.lane(), lane -> new ArrayList<>()), span));
    return lanes;
  }

  private static void add(List<Span> lane, Span span) {
    var last = lane.isEmpty() ? span : lane.getLast();
    if (!lane.isEmpty() && last.state().equals(span.state()) && last.to() >= span.from()) {
      lane.removeLast();
      lane.add(new Span(span.lane(), span.state(), last.from(), Math.max(last.to(), span.to())));
    } else {
      lane.add(span);
    }
  }

  /// All states, the one that is met first at the front.
  static List<String> of(List<Span> spans) {
    return spans.stream()
        .sorted(Comparator.comparingLong(Span::from))
        .map(Span::state)
        .distinct()
        .toList();
  }

  /// Whether a thread in this state does nothing; such states are drawn pale.
  static boolean idle(String state) {
    var words = state.toLowerCase(Locale.ROOT);
    return IDLE.stream().anyMatch(words::contains);
  }

  /// The nanosecond at which the last span ends.
  static long end(List<Span> spans) {
    return spans.stream().mapToLong(Span::to).max().orElse(0);
  }
}
