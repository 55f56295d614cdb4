package workbook.view;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.function.DoubleUnaryOperator;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.AbstractCategoryItemRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.data.category.CategoryDataset;

/// Draws a row of a picture: hands its place to a painter.
final class RowRenderer extends AbstractCategoryItemRenderer {
  /// Paints what is in a row.
  interface Painter {
    /// @param row which row, counted from 0 at the top
    /// @param band where to paint, the full width of the plot
    /// @param x the horizontal place of a value
    void paint(Graphics2D to, int row, Rectangle2D band, DoubleUnaryOperator x);
  }

  private static final double FILLED = 0.62;

  private final transient Painter painter;

  RowRenderer(Painter painter) {
    this.painter = painter;
  }

  @Override
  public void drawItem(
      Graphics2D g2,
      CategoryItemRendererState state,
      Rectangle2D area,
      CategoryPlot plot,
      CategoryAxis names,
      ValueAxis values,
      CategoryDataset data,
      int row,
      int column,
      int pass) {
    var edge = plot.getDomainAxisEdge();
    var start = names.getCategoryStart(column, getColumnCount(), area, edge);
    var height = names.getCategoryEnd(column, getColumnCount(), area, edge) - start;
    var band =
        new Rectangle2D.Double(
            area.getX(), start + height * (1 - FILLED) / 2, area.getWidth(), height * FILLED);
    painter.paint(
        g2, column, band, value -> values.valueToJava2D(value, area, plot.getRangeAxisEdge()));
  }
}
