package workbook.view;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import workbook.Chart;
import workbook.Series;
import workbook.Series.Point;

/// A plot of lines through medians with a band between the quartiles, each line named at its end.
final class LinesPlot {
  /// Room for half a marker at the edges.
  private static final double INSET = 6;

  private static final int MOST_MARKERS = 40;
  private static final int MOST_PLACES_NAMED = 12;
  private static final float BAND_OPACITY = 0.16f;

  private LinesPlot() {}

  static XYPlot of(Style style, Chart.Lines chart, List<Series> all, Looks looks) {
    var places = points(all).map(Point::at).distinct().sorted().toList();
    var across = Scale.exactly(places, chart.logX());
    var named = places.size() <= MOST_PLACES_NAMED ? places : across.ticks(10);
    var x = new ScaleAxis(across, named, INSET, 1);
    var up = up(chart, all);
    var y = new ScaleAxis(up, up.ticks(6), INSET, 1);
    x.setLabel(across.label(chart.over()));
    style.axis(x);
    style.axis(y);
    var plot = new XYPlot(data(all), x, y, renderer(style, all, looks));
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(style.theme().grid);
    plot.setRangeGridlineStroke(style.gridLine());
    plot.setAxisOffset(new RectangleInsets(0, 4, 6, 0));
    if (all.size() > 1) {
      plot.setRangeAxis(1, new EndLabels(style, labels(all, looks), y));
      plot.setRangeAxisLocation(1, AxisLocation.BOTTOM_OR_RIGHT);
    }
    return plot;
  }

  /// The scale of the values.
  static Scale up(Chart.Lines chart, List<Series> all) {
    return Scale.round(Row.ends(points(all).toList(), 0.25, 0.75), chart.logY());
  }

  private static Stream<Point> points(List<Series> all) {
    return all.stream().flatMap(series -> series.points().stream());
  }

  private static YIntervalSeriesCollection data(List<Series> all) {
    var data = new YIntervalSeriesCollection();
    for (var series : all) {
      var line = new YIntervalSeries(data.getSeriesCount());
      for (var point : series.points()) {
        line.add(point.at(), point.median(), point.quantile(0.25), point.quantile(0.75));
      }
      data.addSeries(line);
    }
    return data;
  }

  private static DeviationRenderer renderer(Style style, List<Series> all, Looks looks) {
    var renderer = new DeviationRenderer(true, true);
    renderer.setAlpha(BAND_OPACITY);
    for (var s = 0; s < all.size(); s++) {
      var look = looks.of(all.get(s).name());
      var colour = look.colour(style.theme());
      renderer.setSeriesPaint(s, colour);
      renderer.setSeriesFillPaint(s, colour);
      renderer.setSeriesStroke(s, look.line());
      renderer.setSeriesShape(s, look.marker());
      renderer.setSeriesShapesVisible(s, all.get(s).points().size() <= MOST_MARKERS);
    }
    return renderer;
  }

  private static List<EndLabels.Label> labels(List<Series> all, Looks looks) {
    return all.stream()
        .map(
            series -> {
              var last = series.points().stream().max(Comparator.comparing(Point::at));
              var value = last.map(Point::median).orElseThrow();
              return new EndLabels.Label(series.name(), looks.of(series.name()), value);
            })
        .toList();
  }
}
