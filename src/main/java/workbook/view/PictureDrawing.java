package workbook.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CategoryPlot;
import workbook.Chart;
import workbook.Outcome;
import workbook.Parameter;
import workbook.Result;
import workbook.Series;
import workbook.Series.Point;
import workbook.Span;

/// A chart of a result as a drawing of so many pixels.
record PictureDrawing(JFreeChart chart, PictureSize size) {
  private static final int WIDTH = 820;
  private static final int LINES_HEIGHT = 480;
  private static final int AROUND_ROWS = 170;
  private static final int AROUND_PLOT = 96;
  private static final int ABOVE = 30;
  private static final int ROW = 40;
  private static final int NARROW_ROW = 22;
  private static final int MANY_ROWS = 16;

  /// About what names on the left leave for the rows.
  private static final double ROWS_SHARE = 0.72;

  private static final String WHISKERS = "medians, whiskers between the quartiles";
  private static final String BOXES = "quartiles and median, whiskers from 5 % to 95 %";
  private static final String BAND = "medians, bands between the quartiles";

  int width() {
    return size.width();
  }

  int height() {
    return size.height();
  }

  /// @param declared the experiment's parameters, which know their units
  /// @param size as large as the chart needs where it is empty
  static PictureDrawing of(
      Chart chart,
      Result result,
      List<Parameter> declared,
      Style style,
      Optional<PictureSize> size) {
    var seen = result.observations();
    var looks = Looks.ofSeries(seen);
    var conditions = RunConditions.brief(result, declared);
    var page = new Sheet(chart.title(), conditions, style, looks, size);
    return switch (chart) {
      case Chart.Bars bars -> page.bars(seen.of(bars.quantity()), bars.log());
      case Chart.Lines lines -> page.lines(lines, seen.of(lines.quantity()));
      case Chart.Distribution spread -> page.boxes(seen.of(spread.quantity()), spread.log());
      case Chart.Timeline timeline -> page.timeline(seen.spans());
      case Chart.Conversation talk -> page.conversation(Conversation.of(talk, seen.turns()));
      case Chart.Outcomes outcomes -> page.outcomes(seen.outcomes());
    };
  }

  private record Sheet(
      String title, String subtitle, Style style, Looks looks, Optional<PictureSize> size) {
    PictureDrawing bars(List<Series> series, boolean log) {
      var rows = Row.of(series, looks);
      if (rows.isEmpty()) {
        return empty();
      }
      var scale = Scale.bars(Row.ends(points(rows), 0.25, 0.75), log);
      var painters = new RowPainters(style);
      var unit = unit(series);
      return rows(
          names(rows),
          explained(series, scale, WHISKERS),
          axis(scale, measured(series, scale), labels(rows, unit)),
          (to, row, band, x) -> {
            var zero = x.applyAsDouble(scale.log() ? scale.low() : 0);
            painters.bar(to, rows.get(row), unit, band, zero, x);
          });
    }

    PictureDrawing boxes(List<Series> series, boolean log) {
      var rows = Row.of(series, looks);
      if (rows.isEmpty()) {
        return empty();
      }
      var scale = Scale.around(Row.ends(points(rows), 0.05, 0.95), log);
      var painters = new RowPainters(style);
      var unit = unit(series);
      return rows(
          names(rows),
          explained(series, scale, BOXES),
          axis(scale, measured(series, scale), labels(rows, unit)),
          (to, row, band, x) -> painters.box(to, rows.get(row), unit, band, x));
    }

    PictureDrawing lines(Chart.Lines chart, List<Series> series) {
      if (series.isEmpty()) {
        return empty();
      }
      var plot = LinesPlot.of(style, chart, series, looks);
      var height = Math.max(LINES_HEIGHT, AROUND_ROWS + series.size() * NARROW_ROW);
      var scale = LinesPlot.up(chart, series);
      var explained = explained(series, scale, BAND);
      var measure = measured(series, scale) + (explained.isEmpty() ? "" : "; " + explained);
      return drawing(style.chart(title, subtitle, measure, plot), height);
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
      axis.setLabel(Numbers.inUnit("time", times.unit()));
      var states = Looks.ofStates(spans);
      var painters = new RowPainters(style);
      var drawing =
          rows(
              lanes.keySet().stream().map(RowsPlot.Name::new).toList(),
              "",
              axis,
              (to, row, band, x) ->
                  painters.lane(
                      to, rows.get(row), states, band, at -> x.applyAsDouble(at / times.nanos())));
      drawing.chart.addSubtitle(key(spans, states));
      return drawing;
    }

    PictureDrawing conversation(Conversation conversation) {
      if (conversation.turns().isEmpty()) {
        return empty();
      }
      var plot = new ConversationPlot(style, conversation);
      return drawing(style.chart(title, subtitle, "", plot), AROUND_PLOT + plot.height());
    }

    PictureDrawing outcomes(List<Outcome> outcomes) {
      if (outcomes.isEmpty()) {
        return empty();
      }
      var painters = new RowPainters(style);
      var names = new ArrayList<RowsPlot.Name>();
      var texts = new ArrayList<String>();
      var paint = new ArrayList<RowRenderer.Painter>();
      for (var group : OutcomeGroup.of(outcomes)) {
        if (!group.name().isEmpty()) {
          names.add(new RowsPlot.Name(group.name(), true));
          paint.add((to, row, band, x) -> painters.group(to, group, band, x));
        }
        for (var outcome : group.outcomes()) {
          names.add(new RowsPlot.Name(outcome.seen()));
          texts.add(RowPainters.says(outcome, group.whole()));
          paint.add((to, row, band, x) -> painters.outcome(to, outcome, group.whole(), band, x));
        }
      }
      var axis = new ScaleAxis(new Scale(0, 1, false), List.of(), 0, used(texts));
      return rows(names, "", axis, (to, row, band, x) -> paint.get(row).paint(to, row, band, x));
    }

    private PictureDrawing rows(
        List<RowsPlot.Name> names, String above, ScaleAxis axis, RowRenderer.Painter painter) {
      var plot = RowsPlot.of(style, names, axis, painter);
      var row = names.size() > MANY_ROWS ? NARROW_ROW : ROW;
      var height = AROUND_ROWS + (above.isEmpty() ? 0 : ABOVE) + names.size() * row;
      return drawing(style.chart(title, subtitle, above, plot), height);
    }

    private PictureDrawing drawing(JFreeChart chart, int height) {
      return new PictureDrawing(chart, size.orElse(new PictureSize(WIDTH, height)));
    }

    private PictureDrawing empty() {
      var plot = new CategoryPlot();
      plot.setNoDataMessage("Nothing was recorded for this chart.");
      plot.setNoDataMessageFont(style.fonts().regular(Style.TEXT));
      plot.setNoDataMessagePaint(style.theme().muted);
      return drawing(style.chart(title, subtitle, "", plot), AROUND_ROWS + ROW);
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
      return Math.clamp(
          1 - (widest + 16) / (size.map(PictureSize::width).orElse(WIDTH) * ROWS_SHARE), 0.2, 0.95);
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

    private static List<RowsPlot.Name> names(List<Row> rows) {
      return rows.stream().map(row -> new RowsPlot.Name(row.name())).toList();
    }

    /// What the figures count.
    private static String measured(List<Series> series, Scale scale) {
      return scale.label(Numbers.inUnit(series.getFirst().quantity(), unit(series)));
    }

    /// What is drawn of several samples, and where zero is; empty where neither needs a word.
    private static String explained(List<Series> series, Scale scale, String drawn) {
      var points = series.stream().flatMap(one -> one.points().stream()).toList();
      var explained = new ArrayList<String>();
      if (points.stream().anyMatch(point -> point.samples().size() > 1)) {
        explained.add(drawn);
      }
      if (points.stream().anyMatch(point -> scale.offScale(point.median()))) {
        explained.add("0 at the edge");
      }
      return String.join("; ", explained);
    }

    /// What each state looks like; pale where the thread does nothing.
    private KeyTitle key(List<Span> spans, Looks looks) {
      var entries =
          TimelineStates.of(spans).stream()
              .map(state -> new KeyTitle.Entry(state, looks.of(state), TimelineStates.idle(state)))
              .toList();
      return new KeyTitle(style, entries);
    }
  }
}
