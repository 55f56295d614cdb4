package workbook.view;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/// A [Scale] as an axis of a picture. Logarithmic ones have a line for each power of ten, unless
/// there are very many, and zero stands at their lower end. A figure that would touch another is
/// left out.
final class ScaleAxis extends NumberAxis {
  private static final double GAP = 12;
  private static final double HALF_LINE = 11;

  /// With more marks than this only those with a figure have a line.
  private static final int MOST_LINES = 13;

  private final transient Scale scale;
  private final List<Double> marks;
  private final double inset;
  private final double used;

  /// @param marks the values to name
  /// @param inset pixels between the ends of the scale and those of the plot
  /// @param used the share of the axis that the scale takes; what is behind it is room for text
  ScaleAxis(Scale scale, List<Double> marks, double inset, double used) {
    this.inset = inset;
    this.scale = scale;
    this.marks = List.copyOf(marks);
    this.used = used;
    setAutoRange(false);
    setRange(scale.low(), scale.high());
  }

  @Override
  public double valueToJava2D(double value, Rectangle2D area, RectangleEdge edge) {
    var share = scale.share(value);
    return RectangleEdge.isTopOrBottom(edge)
        ? area.getX() + inset + share * (area.getWidth() * used - 2 * inset)
        : area.getMaxY() - inset - share * (area.getHeight() * used - 2 * inset);
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
    var anchor =
        RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
    var named =
        TickLabel.fitting(marks.stream().map(mark -> label(mark, g2, area, edge)).toList(), GAP)
            .stream()
            .map(TickLabel::mark)
            .toList();
    var lines = marks.size() <= MOST_LINES ? marks : named;
    return lines.stream()
        .map(
            mark ->
                new NumberTick(
                    mark,
                    named.contains(mark) ? Numbers.tick(mark) : "",
                    anchor,
                    TextAnchor.CENTER,
                    0))
        .toList();
  }

  private TickLabel label(double mark, Graphics2D g2, Rectangle2D area, RectangleEdge edge) {
    var place = valueToJava2D(mark, area, edge);
    if (!RectangleEdge.isTopOrBottom(edge)) {
      return new TickLabel(mark, -place - HALF_LINE, -place + HALF_LINE);
    }
    var half = g2.getFontMetrics(getTickLabelFont()).stringWidth(Numbers.tick(mark)) / 2.0;
    return new TickLabel(mark, place - half, place + half);
  }
}
