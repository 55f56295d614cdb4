package workbook.view;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/// How every picture of the book looks: the title on the left, what was measured under it, no
/// frames, a pale grid.
record Style(Theme theme, Fonts fonts) {
  static final double TITLE = 19;
  static final double TEXT = 13;
  static final double SMALL = 11.5;

  private static final double MARGIN = 22;
  private static final BasicStroke HAIR = new BasicStroke(1);

  /// A chart in the style of the house.
  ///
  /// @param subtitle under the title, muted
  /// @param measure what the figures count, right above the plot; empty where an axis says it
  JFreeChart chart(String title, String subtitle, String measure, Plot plot) {
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setInsets(new RectangleInsets(12, 0, 0, 0));
    var chart = new JFreeChart(null, fonts.strong(TITLE), plot, false);
    chart.setBackgroundPaint(theme.paper);
    chart.setPadding(new RectangleInsets(MARGIN, MARGIN, MARGIN, MARGIN));
    chart.setTitle(line(title, fonts.strong(TITLE), theme.ink, 0));
    chart.addSubtitle(line(subtitle, fonts.regular(SMALL), theme.muted, 5));
    if (!measure.isEmpty()) {
      chart.addSubtitle(line(measure, fonts.regular(TEXT), theme.ink, 14));
    }
    var hints = chart.getRenderingHints();
    hints.put(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    hints.put(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    chart.setTextAntiAlias(true);
    return chart;
  }

  private static TextTitle line(String text, Font font, Color colour, double above) {
    var line = new TextTitle(text, font);
    line.setPaint(colour);
    line.setHorizontalAlignment(HorizontalAlignment.LEFT);
    line.setTextAlignment(HorizontalAlignment.LEFT);
    line.setPosition(RectangleEdge.TOP);
    line.setPadding(above, 0, 0, 0);
    return line;
  }

  /// Fills an area with a colour and its hatch; pale where somebody does nothing.
  void fill(Graphics2D to, Rectangle2D area, Look look, boolean pale) {
    var colour = look.colour(theme);
    look.hatch().fill(to, area, pale ? theme.pale(colour) : colour, pale ? colour : theme.paper);
  }

  /// An axis of figures or names, without a line and marks of its own.
  void axis(Axis axis) {
    axis.setTickLabelFont(fonts.regular(TEXT));
    axis.setTickLabelPaint(theme.muted);
    axis.setLabelFont(fonts.regular(TEXT));
    axis.setLabelPaint(theme.ink);
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
  }

  BasicStroke gridLine() {
    return HAIR;
  }
}
