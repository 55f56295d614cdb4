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
    var labels = ticks.stream().map(tick -> label(tick, scale, room)).toList();
    for (var named : TickLabel.fitting(labels, 1)) {
      line.setCharAt(place(named.mark(), scale, room), '┬');
      figures.append(" ".repeat((int) named.start() - figures.length()));
      figures.append(Numbers.tick(named.mark()));
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

  /// The figure of a mark around its place, moved inwards at the ends.
  private static TickLabel label(double mark, Scale scale, int room) {
    var width = Numbers.tick(mark).length();
    var start = Math.clamp(place(mark, scale, room) - width / 2, 0, Math.max(0, room - width));
    return new TickLabel(mark, start, start + width);
  }

  private static int place(double mark, Scale scale, int room) {
    return (int) Math.round(scale.share(mark) * (room - 1));
  }
}
