package workbook.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import workbook.Span;

/// One line a thread or process, time to the right, a different sign for each state.
final class TimelineDrawing {
  private static final String BUSY = "█▓▚━╳▞";
  private static final String IDLE = "░┄▒╌";
  private static final int MOST_LANES = 40;

  /// With more states than this every state has a letter.
  private static final int MOST_SIGNS = 6;

  private final Map<String, String> signs = new LinkedHashMap<>();
  private final Map<String, TextColor> inks = new LinkedHashMap<>();
  private final List<Span> spans;
  private final Page page;

  private TimelineDrawing(List<Span> spans, Page page) {
    this.spans = spans;
    this.page = page;
    var busy = 0;
    var idle = 0;
    var states = TimelineStates.of(spans);
    var looks = Looks.ofStates(spans);
    for (var state : states) {
      var dull = TimelineStates.idle(state);
      var sign = dull ? IDLE.charAt(idle++ % IDLE.length()) : BUSY.charAt(busy++ % BUSY.length());
      signs.put(state, states.size() > MOST_SIGNS ? letter(signs.size()) : String.valueOf(sign));
      inks.put(state, looks.of(state).ink());
    }
  }

  static String draw(List<Span> spans, Page page) {
    return spans.isEmpty() ? "" : new TimelineDrawing(spans, page).draw();
  }

  private String draw() {
    var lanes = TimelineStates.lanes(spans);
    var longest = lanes.keySet().stream().mapToInt(TerminalText::width).max().orElse(0);
    var names = Math.min(longest, page.width() / 3);
    var room = Math.max(10, page.width() - names - 8);
    var times = TimeScale.upTo(TimelineStates.end(spans));
    var text = new StringBuilder();
    for (var lane : lanes.entrySet().stream().limit(MOST_LANES).toList()) {
      var name = TerminalText.pad(TerminalText.shorten(lane.getKey(), names), names);
      text.append("  ").append(name).append(" │");
      text.append(cells(lane.getValue(), room).stripTrailing()).append('\n');
    }
    if (lanes.size() > MOST_LANES) {
      text.append("  … and %d more\n".formatted(lanes.size() - MOST_LANES));
    }
    var scale = new Scale(0, Math.max(1e-9, times.in(TimelineStates.end(spans))), false);
    var margin = " ".repeat(names + 4);
    text.append(AxisDrawing.below(margin, scale, scale.ticks(room / 12), room, times.unit(), page));
    return text.append(legend()).toString();
  }

  private static String letter(int index) {
    return String.valueOf((char) ('a' + index % 26));
  }

  private String cells(List<Span> lane, int room) {
    var text = new StringBuilder();
    var width = Math.max(1e-9, (double) TimelineStates.end(spans) / room);
    for (var cell = 0; cell < room; cell++) {
      var state = state(lane, cell * width, (cell + 1) * width);
      text.append(state.isEmpty() ? " " : inks.get(state).on(page, signs.get(state)));
    }
    return text.toString();
  }

  /// The state that took most of a stretch of time; empty when there was none.
  private static String state(List<Span> lane, double from, double to) {
    var most = 0.0;
    var state = "";
    for (var span : lane) {
      var overlap = Math.min(to, span.to()) - Math.max(from, span.from());
      if (overlap > most) {
        most = overlap;
        state = span.state();
      }
    }
    return state;
  }

  private String legend() {
    var entries = new ArrayList<String>();
    signs.forEach((state, sign) -> entries.add(inks.get(state).on(page, sign + " " + state)));
    return Legend.draw(entries, page);
  }
}
