package workbook.view;

import java.util.List;
import workbook.Series;

/// Boxes from quartile to quartile with the median in them, whiskers from the 5th to the 95th
/// percentile.
final class BoxDrawing {
  private BoxDrawing() {}

  static String draw(List<Series> series, Looks looks, boolean log, Page page) {
    var rows = Row.of(series, looks);
    if (rows.isEmpty()) {
      return "";
    }
    var points = rows.stream().map(Row::point).toList();
    var scale = Scale.around(Row.ends(points, 0.05, 0.95), log);
    var layout = BarDrawing.Layout.of(rows, series.getFirst().unit(), page);
    var text = new StringBuilder();
    for (var row : rows) {
      var box = row.look().ink().on(page, box(row, scale, layout.room()));
      text.append(layout.line(row, box));
    }
    return text.append(layout.axis(scale)).toString();
  }

  private static String box(Row row, Scale scale, int room) {
    var box = new StringBuilder(" ".repeat(room));
    fill(box, row, scale, 0.05, 0.95, '─');
    fill(box, row, scale, 0.05, 0.05, '├');
    fill(box, row, scale, 0.95, 0.95, '┤');
    fill(box, row, scale, 0.25, 0.75, '█');
    fill(box, row, scale, 0.5, 0.5, '┃');
    return box.toString();
  }

  private static void fill(
      StringBuilder box, Row row, Scale scale, double from, double to, char with) {
    var first = place(row, scale, from, box.length());
    var last = place(row, scale, to, box.length());
    for (var place = first; place <= last; place++) {
      box.setCharAt(place, with);
    }
  }

  private static int place(Row row, Scale scale, double share, int room) {
    return (int) Math.round(scale.share(row.point().quantile(share)) * (room - 1));
  }
}
