package workbook.view;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.Size2D;

/// What the filled areas of a plot mean: a small area and its name each, in lines below the plot.
final class KeyTitle extends Title {
  private static final double ABOVE = 12;
  private static final double LINE = 24;
  private static final double SIGN = 22;
  private static final double SIGN_HEIGHT = 14;
  private static final double GAP = 6;
  private static final double BETWEEN = 20;

  /// @param text the meaning
  record Entry(String text, Look look, boolean pale) {}

  private final transient Style style;
  private final transient List<Entry> entries;

  KeyTitle(Style style, List<Entry> entries) {
    this.style = style;
    this.entries = List.copyOf(entries);
    setPosition(RectangleEdge.BOTTOM);
  }

  @Override
  public Size2D arrange(Graphics2D g2, RectangleConstraint constraint) {
    var width = constraint.getWidth();
    return new Size2D(width, ABOVE + walk(width, (entry, x, y) -> {}));
  }

  @Override
  public void draw(Graphics2D g2, Rectangle2D area) {
    walk(
        area.getWidth(),
        (entry, x, y) -> draw(g2, entry, area.getX() + x, area.getY() + ABOVE + y));
  }

  @Override
  public Object draw(Graphics2D g2, Rectangle2D area, Object params) {
    draw(g2, area);
    return null;
  }

  private void draw(Graphics2D to, Entry entry, double x, double y) {
    var middle = y + LINE / 2;
    style.fill(
        to,
        new Rectangle2D.Double(x, middle - SIGN_HEIGHT / 2, SIGN, SIGN_HEIGHT),
        entry.look(),
        entry.pale());
    to.setPaint(style.theme().ink);
    to.setFont(style.fonts().regular(Style.TEXT));
    to.drawString(entry.text(), (float) (x + SIGN + GAP), (float) (middle + Style.TEXT * 0.36));
  }

  private interface Place {
    void of(Entry entry, double x, double y);
  }

  /// Gives each entry its place, a new line where one is full.
  ///
  /// @return the height of all lines
  private double walk(double width, Place place) {
    var x = 0.0;
    var y = 0.0;
    for (var entry : entries) {
      var wide = SIGN + GAP + style.fonts().width(entry.text(), Style.TEXT);
      if (x > 0 && x + wide > width) {
        x = 0;
        y += LINE;
      }
      place.of(entry, x, y);
      x += wide + BETWEEN;
    }
    return y + LINE;
  }
}
