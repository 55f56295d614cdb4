package workbook.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import workbook.Chart;
import workbook.Series;
import workbook.Series.Point;

/// Lines through medians over a numeric axis, with a stroke from quartile to quartile. Each series
/// has a letter, so that lines can be told apart without colours.
final class LineDrawing {
  private static final int HEIGHT = 16;
  private static final int WIDEST = 100;

  private static final String GROUNDED =
      "Zero has no place on a logarithmic axis; it is drawn at the lower edge.";

  /// With more points than this a letter stands at the last one only.
  private static final int MOST_LETTERS = 20;

  private final List<Series> all;
  private final Looks looks;
  private final Scale across;
  private final Scale up;
  private final Page page;
  private final String over;

  private LineDrawing(Chart.Lines chart, List<Series> all, Looks looks, Page page) {
    var points = points(all).toList();
    this.all = all;
    this.looks = looks;
    this.across = Scale.exactly(points.stream().map(Point::at).toList(), chart.logX());
    this.up = Scale.round(Row.ends(points, 0.25, 0.75), chart.logY());
    this.page = page;
    this.over = chart.over();
  }

  static String draw(Chart.Lines chart, List<Series> series, Looks looks, Page page) {
    return series.isEmpty() ? "" : new LineDrawing(chart, series, looks, page).draw();
  }

  private String draw() {
    var figures = figures();
    var margin = figures.values().stream().mapToInt(String::length).max().orElse(0) + 2;
    var width = Math.max(10, Math.min(WIDEST, page.width() - margin - 1));
    var canvas = new Canvas(width, HEIGHT);
    all.forEach(series -> draw(series, canvas));
    var text = new StringBuilder("  " + TextColor.MUTED.on(page, measure()) + "\n");
    for (var row = 0; row < HEIGHT; row++) {
      var axis = TerminalText.padLeft(figures.getOrDefault(row, ""), margin);
      var edge = figures.containsKey(row) ? "┤" : "│";
      text.append(TextColor.MUTED.on(page, axis + edge))
          .append(canvas.row(row, page).stripTrailing());
      text.append('\n');
    }
    var ticks = places().size() <= 10 ? places() : across.ticks(width / 10);
    text.append(
        AxisDrawing.below(" ".repeat(margin + 1), across, ticks, width, across.label(over), page));
    return text.append(legend()).toString();
  }

  private String measure() {
    var first = all.getFirst();
    return up.label(Numbers.inUnit(first.quantity(), first.unit()));
  }

  /// The figures of the vertical axis by the row they stand in.
  private Map<Integer, String> figures() {
    var figures = new HashMap<Integer, String>();
    var labels = up.ticks(5).stream().map(this::figure).toList();
    for (var label : TickLabel.fitting(labels, 2)) {
      figures.put((int) -label.start(), Numbers.tick(label.mark()));
    }
    return figures;
  }

  /// The place of a figure of the vertical axis, upwards: minus its row.
  private TickLabel figure(double mark) {
    var row = Math.round((1 - up.share(mark)) * (HEIGHT - 1));
    return new TickLabel(mark, -row, -row);
  }

  private List<Double> places() {
    return points(all).map(Point::at).distinct().sorted().toList();
  }

  private void draw(Series series, Canvas canvas) {
    var color = looks.of(series.name()).ink();
    var points = new ArrayList<>(series.points());
    points.sort((one, other) -> Double.compare(one.at(), other.at()));
    for (var p = 1; p < points.size(); p++) {
      var from = points.get(p - 1);
      var to = points.get(p);
      canvas.line(x(from), y(from), x(to), y(to), color);
    }
    for (var point : points) {
      var x = x(point);
      canvas.line(x, up.share(point.quantile(0.25)), x, up.share(point.quantile(0.75)), color);
    }
    var marked = points.size() <= MOST_LETTERS ? points : List.of(points.getLast());
    marked.forEach(point -> canvas.mark(x(point), y(point), letter(series), color));
  }

  private double x(Point point) {
    return across.share(point.at());
  }

  private double y(Point point) {
    return up.share(point.median());
  }

  private char letter(Series series) {
    return all.size() == 1 ? '●' : (char) ('A' + all.indexOf(series) % 26);
  }

  private String legend() {
    var entries = new ArrayList<String>();
    for (var series : all) {
      var entry = letter(series) + " " + TerminalText.shorten(series.name(), page.width() / 2);
      entries.add(looks.of(series.name()).ink().on(page, entry));
    }
    if (all.size() > 1) {
      entries.add("* several");
    }
    var grounded = points(all).anyMatch(point -> up.offScale(point.median()));
    var text = Legend.draw(entries, page);
    return grounded ? text + TerminalText.paragraph("  ", GROUNDED, page.width()) : text;
  }

  private static Stream<Point> points(List<Series> all) {
    return all.stream().flatMap(series -> series.points().stream());
  }
}
