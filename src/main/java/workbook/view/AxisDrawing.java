package workbook.view;

import java.util.List;

/// A horizontal axis: a line with marks, and figures below them.
final class AxisDrawing {
  private AxisDrawing() {}

  /// The line and its figures, each behind a margin.
  ///
  /// @param room columns of the axis
  /// @param label what is counted, for example `ns`: behind the figures, or below where that is too
  ///   narrow
  static String below(
      String margin, Scale scale, List<Double> ticks, int room, String label, Page page) {
    var line = new StringBuilder("─".repeat(room));
    var figures = new StringBuilder();
    for (var tick : ticks) {
      var place = (int) Math.round(scale.share(tick) * (room - 1));
      var figure = Numbers.tick(tick);
      var start = Math.clamp(place - figure.length() / 2, 0, Math.max(0, room - figure.length()));
      if (figures.isEmpty() || start > figures.length()) {
        line.setCharAt(place, '┬');
        figures.append(" ".repeat(start - figures.length())).append(figure);
      }
    }
    var space = page.width() - TerminalText.width(margin) - figures.length() - 2;
    var below = margin + TextColor.MUTED.on(page, figures.toString());
    if (TerminalText.width(label) <= space) {
      below += TextColor.MUTED.on(page, "  " + label);
    } else {
      below += "\n" + margin + TextColor.MUTED.on(page, TerminalText.padLeft(label, room));
    }
    return margin + TextColor.MUTED.on(page, line.toString()) + "\n" + below + "\n";
  }
}
