package workbook.view;

import java.util.List;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;

/// A plot of rows below each other, names on the left, values to the right.
final class RowsPlot {
  private static final int LONGEST_NAME = 34;

  /// What stands on the left of a row.
  ///
  /// @param heading whether it is the heading of the rows below
  record Name(String text, boolean heading) {
    Name(String text) {
      this(text, false);
    }
  }

  /// A row's name beside its number, because two rows may have the same name.
  private record Label(int row, String text) implements Comparable<Label> {
    @Override
    public int compareTo(Label other) {
      return Integer.compare(row, other.row);
    }

    @Override
    public String toString() {
      return TerminalText.shorten(text, LONGEST_NAME);
    }
  }

  private RowsPlot() {}

  static CategoryPlot of(
      Style style, List<Name> names, ScaleAxis values, RowRenderer.Painter painter) {
    var rows = new DefaultCategoryDataset();
    var nameAxis = new CategoryAxis();
    style.axis(nameAxis);
    for (var row = 0; row < names.size(); row++) {
      var label = new Label(row, names.get(row).text());
      rows.addValue(0, "", label);
      if (names.get(row).heading()) {
        nameAxis.setTickLabelFont(label, style.fonts().strong(Style.TEXT));
      }
    }
    style.axis(values);
    nameAxis.setTickLabelPaint(style.theme().ink);
    nameAxis.setLowerMargin(0);
    nameAxis.setUpperMargin(0);
    nameAxis.setCategoryMargin(0);
    nameAxis.setMaximumCategoryLabelWidthRatio(0.4f);
    var plot = new CategoryPlot(rows, nameAxis, values, new RowRenderer(painter));
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    plot.setRangeGridlinePaint(style.theme().grid);
    plot.setRangeGridlineStroke(style.gridLine());
    plot.setAxisOffset(new RectangleInsets(0, 6, 4, 0));
    return plot;
  }
}
