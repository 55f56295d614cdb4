package workbook.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import workbook.Series;
import workbook.Series.Point;

/// One bar or one box: a name and its samples.
///
/// @param look that of its series
record Row(String name, Look look, Point point) {
  /// A row for each series, or for each place of each series where there is a horizontal axis.
  static List<Row> of(List<Series> all, Looks looks) {
    var rows = new ArrayList<Row>();
    for (var series : all) {
      for (var point : series.points()) {
        var axis = series.points().size() > 1;
        var name = axis ? series.name() + ", " + Numbers.of(point.at()) : series.name();
        rows.add(new Row(name, looks.of(series.name()), point));
      }
    }
    return rows;
  }

  /// Medians and two more quantiles of each point: what an axis must have room for.
  static List<Double> ends(List<Point> points, double from, double to) {
    return points.stream()
        .flatMap(point -> Stream.of(point.quantile(from), point.median(), point.quantile(to)))
        .toList();
  }

  double median() {
    return point.median();
  }

  /// `12.3 (11.8–13.1)`, the median and the quartiles, or the only sample.
  String figures() {
    var quartiles = Measurements.quartiles(point);
    return Numbers.of(median()) + (quartiles.isEmpty() ? "" : " (" + quartiles + ")");
  }
}
