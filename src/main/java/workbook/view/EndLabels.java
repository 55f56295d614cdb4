package workbook.view;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;

/// The names of lines with their markers at their right ends, moved apart where they would overlap.
final class EndLabels extends NumberAxis {
  private static final double LINE_HEIGHT = 16;
  private static final double LEADER = 14;
  private static final double MARKER = 14;

  /// A name, and the value at which its line ends.
  record Label(String text, Look look, double value) {}

  private final transient Style style;
  private final transient List<Label> labels;
  private final ScaleAxis values;

  EndLabels(Style style, List<Label> labels, ScaleAxis values) {
    this.style = style;
    this.labels = labels.stream().sorted(Comparator.comparing(Label::value).reversed()).toList();
    this.values = values;
  }

  @Override
  public AxisSpace reserveSpace(
      Graphics2D g2, Plot plot, Rectangle2D area, RectangleEdge edge, AxisSpace space) {
    var widest =
        labels.stream()
            .mapToDouble(label -> style.fonts().width(label.text(), Style.TEXT))
            .max()
            .orElse(0);
    space.add(widest + LEADER + MARKER + 4, RectangleEdge.RIGHT);
    return space;
  }

  @Override
  public AxisState draw(
      Graphics2D g2,
      double cursor,
      Rectangle2D plotArea,
      Rectangle2D dataArea,
      RectangleEdge edge,
      PlotRenderingInfo info) {
    g2.setFont(style.fonts().regular(Style.TEXT));
    var places = places(dataArea);
    for (var l = 0; l < labels.size(); l++) {
      var label = labels.get(l);
      var end = values.valueToJava2D(label.value(), dataArea, RectangleEdge.LEFT);
      var place = places.get(l);
      g2.setPaint(label.look().colour(style.theme()));
      var x = dataArea.getMaxX();
      g2.setStroke(style.gridLine());
      g2.draw(new Line2D.Double(x + 3, end, x + LEADER - 3, place));
      g2.fill(
          AffineTransform.getTranslateInstance(x + LEADER + MARKER / 2 - 2, place)
              .createTransformedShape(label.look().marker()));
      g2.setPaint(style.theme().ink);
      g2.drawString(
          label.text(), (float) (x + LEADER + MARKER), (float) (place + Style.TEXT * 0.36));
    }
    return new AxisState(cursor);
  }

  /// The height of each label: near the end of its line, at least a line apart from the next.
  private List<Double> places(Rectangle2D area) {
    var places = new ArrayList<Double>();
    for (var label : labels) {
      var wanted = values.valueToJava2D(label.value(), area, RectangleEdge.LEFT);
      places.add(places.isEmpty() ? wanted : Math.max(wanted, places.getLast() + LINE_HEIGHT));
    }
    var lowest = area.getMaxY();
    for (var p = places.size() - 1; p >= 0 && places.get(p) > lowest; p--) {
      places.set(p, lowest);
      lowest -= LINE_HEIGHT;
    }
    return places;
  }
}
