package workbook.view;

import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.CategoryPlot;
import workbook.Chart;
import workbook.Outcome;
import workbook.Result;
import workbook.Series;
import workbook.Series.Point;
import workbook.Span;

/// A chart of a result as a drawing of so many pixels.
record PictureDrawing(JFreeChart chart, int width, int height) {
  private static final int WIDTH = 820;
  private static final int LINES_HEIGHT = 480;
  private static final int AROUND_ROWS = 170;
  private static final int AROUND_PLOT = 96;
  private static final int ROW = 40;
  private static final int NARROW_ROW = 22;
  private static final int MANY_ROWS = 16;

  /// About what names on the left leave for the rows.
  private static final double ROWS_WIDTH = WIDTH * 0.72;

  private static final String WHISKERS = "medians, whiskers between the quartiles";
  private static final String BOXES = "quartiles and median, whiskers from 5 % to 95 %";
  private static final String BAND = "medians, bands between the quartiles";

  static PictureDrawing of(Chart chart, Result result, Style style) {
    var seen = result.observations();
    var page = new Sheet(chart.title(), RunConditions.brief(result), style);
    return switch (chart) {
      case Chart.Bars bars -> page.bars(seen.of(bars.quantity()), bars.log());
      case Chart.Lines lines -> page.lines(lines, seen.of(lines.quantity()));
      case Chart.Distribution spread -> page.boxes(seen.of(spread.quantity()), spread.log());
      case Chart.Timeline timeline -> page.timeline(seen.spans());
      case Chart.Conversation talk -> page.conversation(Conversation.of(talk, seen.turns()));
      case Chart.Outcomes outcomes -> page.outcomes(seen.outcomes());
    };
  }

  private record Sheet(String title, String subtitle, Style style) {
    PictureDrawing bars(List<Series> series, boolean log) {
      var rows = Row.of(series);
      if (rows.isEmpty()) {
        return empty();
      }
      var scale = Scale.round(Row.ends(points(rows), 0.25, 0.75), log);
      var painters = new RowPainters(style);
      var unit = unit(series);
      return rows(
          rows.stream().map(Row::name).toList(),
          axis(scale, measure(series, log, WHISKERS), labels(rows, unit)),
          (to, row, band, x) -> {
            var zero = x.applyAsDouble(scale.log() ? scale.low() : 0);
            painters.bar(to, rows.get(row), unit, band, zero, x);
          });
    }

    PictureDrawing boxes(List<Series> series, boolean log) {
      var rows = Row.of(series);
      if (rows.isEmpty()) {
        return empty();
      }
      var scale = Scale.around(Row.ends(points(rows), 0.05, 0.95), log);
      var painters = new RowPainters(style);
      var unit = unit(series);
      return rows(
          rows.stream().map(Row::name).toList(),
          axis(scale, measure(series, log, BOXES), labels(rows, unit)),
          (to, row, band, x) -> painters.box(to, rows.get(row), unit, band, x));
    }

    PictureDrawing lines(Chart.Lines chart, List<Series> series) {
      if (series.isEmpty()) {
        return empty();
      }
      var plot = LinesPlot.of(style, chart, series);
      var height = Math.max(LINES_HEIGHT, AROUND_ROWS + series.size() * NARROW_ROW);
      return new PictureDrawing(
          style.chart(title, subtitle, measure(series, chart.logY(), BAND), plot), WIDTH, height);
    }

    PictureDrawing timeline(List<Span> spans) {
      if (spans.isEmpty()) {
        return empty();
      }
      var lanes = TimelineStates.lanes(spans);
      var rows = List.copyOf(lanes.values());
      var times = TimeScale.upTo(TimelineStates.end(spans));
      var scale = new Scale(0, Math.max(1e-9, times.in(TimelineStates.end(spans))), false);
      var axis = new ScaleAxis(scale, scale.ticks(8), 0, 1);
      axis.setLabel(times.unit());
      var colours = colours(spans);
      var painters = new RowPainters(style);
      var drawing =
          rows(
              List.copyOf(lanes.keySet()),
              axis,
              (to, row, band, x) ->
                  painters.lane(
                      to, rows.get(row), colours, band, at -> x.applyAsDouble(at / times.nanos())));
      ((CategoryPlot) drawing.chart.getPlot()).setFixedLegendItems(legend(colours));
      style.legend(drawing.chart);
      return drawing;
    }

    PictureDrawing conversation(Conversation conversation) {
      if (conversation.turns().isEmpty()) {
        return empty();
      }
      var plot = new ConversationPlot(style, conversation);
      return new PictureDrawing(
          style.chart(title, subtitle, "", plot), WIDTH, AROUND_PLOT + plot.height());
    }

    PictureDrawing outcomes(List<Outcome> outcomes) {
      if (outcomes.isEmpty()) {
        return empty();
      }
      var whole = outcomes.stream().mapToLong(Outcome::count).sum();
      var scale = new Scale(0, 1, false);
      var texts = outcomes.stream().map(outcome -> RowPainters.says(outcome, whole)).toList();
      var axis = new ScaleAxis(scale, List.of(), 0, used(texts));
      var painters = new RowPainters(style);
      return rows(
          outcomes.stream().map(Outcome::seen).toList(),
          axis,
          (to, row, band, x) -> painters.outcome(to, outcomes.get(row), whole, band, x));
    }

    private PictureDrawing rows(List<String> names, ScaleAxis axis, RowRenderer.Painter painter) {
      var plot = RowsPlot.of(style, names, axis, painter);
      var row = names.size() > MANY_ROWS ? NARROW_ROW : ROW;
      var height = AROUND_ROWS + names.size() * row;
      return new PictureDrawing(style.chart(title, subtitle, "", plot), WIDTH, height);
    }

    private PictureDrawing empty() {
      var plot = new CategoryPlot();
      plot.setNoDataMessage("Nothing was recorded for this chart.");
      plot.setNoDataMessageFont(style.fonts().regular(Style.TEXT));
      plot.setNoDataMessagePaint(style.theme().muted);
      return new PictureDrawing(style.chart(title, subtitle, "", plot), WIDTH, AROUND_ROWS + ROW);
    }

    private ScaleAxis axis(Scale scale, String label, List<String> texts) {
      var axis = new ScaleAxis(scale, scale.ticks(6), 0, used(texts));
      axis.setLabel(label);
      return axis;
    }

    /// The share of a row that is left for drawing when the longest of these texts stands behind.
    private double used(List<String> texts) {
      var widest =
          texts.stream().mapToDouble(text -> style.fonts().width(text, Style.TEXT)).max().orElse(0);
      return Math.clamp(1 - (widest + 16) / ROWS_WIDTH, 0.2, 0.95);
    }

    private static List<String> labels(List<Row> rows, String unit) {
      return rows.stream().map(row -> Numbers.of(row.median(), unit)).toList();
    }

    private static List<Point> points(List<Row> rows) {
      return rows.stream().map(Row::point).toList();
    }

    private static String unit(List<Series> series) {
      return series.getFirst().unit();
    }

    /// What the figures count, what is drawn of several samples, and where zero is.
    private static String measure(List<Series> series, boolean log, String drawn) {
      var points = points(Row.of(series));
      var explained = new ArrayList<String>();
      if (points.stream().anyMatch(point -> point.samples().size() > 1)) {
        explained.add(drawn);
      }
      if (log && points.stream().anyMatch(point -> point.median() == 0)) {
        explained.add("0 at the edge");
      }
      var unit = unit(series);
      var quantity = series.getFirst().quantity();
      var measure = unit.isEmpty() ? quantity : quantity + ", " + unit;
      return explained.isEmpty() ? measure : measure + " (" + String.join("; ", explained) + ")";
    }

    /// A colour for each state; pale where the thread does nothing.
    private Map<String, Color> colours(List<Span> spans) {
      var colours = new LinkedHashMap<String, Color>();
      for (var state : TimelineStates.of(spans)) {
        var colour = style.theme().series(colours.size());
        colours.put(state, TimelineStates.idle(state) ? style.theme().pale(colour) : colour);
      }
      return colours;
    }

    private static LegendItemCollection legend(Map<String, Color> colours) {
      var legend = new LegendItemCollection();
      colours.forEach((state, colour) -> legend.add(new LegendItem(state, colour)));
      return legend;
    }
  }
}
