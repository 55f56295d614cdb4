package workbook.view;

import java.util.List;
import java.util.function.Function;
import workbook.Series;

/// Bars to the right, one a series, with median and quartiles as figures behind them.
final class BarDrawing {
  private BarDrawing() {}

  static String draw(List<Series> series, Looks looks, boolean log, Page page) {
    var rows = Row.of(series, looks);
    if (rows.isEmpty()) {
      return "";
    }
    var scale = Scale.round(rows.stream().map(Row::median).toList(), log);
    var layout = Layout.of(rows, series.getFirst().unit(), page);
    var text = new StringBuilder();
    for (var row : rows) {
      var length = row.median() < 0 ? 0 : scale.share(row.median());
      var bar = row.look().ink().on(page, BlockBar.bar(length, layout.room()));
      text.append(layout.line(row, bar));
    }
    if (scale.log()) {
      text.append(layout.axis(scale));
    }
    return text.toString();
  }

  /// How the columns of a page are shared among names, drawing and figures.
  ///
  /// @param names columns for the names
  /// @param room columns for the drawing
  /// @param quartiles whether there is room for them behind the medians
  record Layout(int names, int room, boolean quartiles, String unit, Page page) {
    private static final int SHORTEST = 10;
    private static final String MARGIN = "  ";

    static Layout of(List<Row> rows, String unit, Page page) {
      var names = widest(rows, Row::name);
      var free = page.width() - MARGIN.length() - 3;
      var quartiles = names + SHORTEST + widest(rows, row -> figures(row, unit, true)) <= free;
      var left = free - widest(rows, row -> figures(row, unit, quartiles));
      var room = Math.max(SHORTEST, left - names);
      return new Layout(Math.min(names, Math.max(1, left - room)), room, quartiles, unit, page);
    }

    private static int widest(List<Row> rows, Function<Row, String> text) {
      return rows.stream().mapToInt(row -> TerminalText.width(text.apply(row))).max().orElse(0);
    }

    private static String figures(Row row, String unit, boolean quartiles) {
      var figures = quartiles ? row.figures() : Numbers.of(row.median());
      return figures + (unit.isEmpty() ? "" : " " + unit);
    }

    String line(Row row, String drawing) {
      var name = TerminalText.pad(TerminalText.shorten(row.name(), names), names);
      return MARGIN + name + " │" + drawing + " " + figures(row, unit, quartiles) + "\n";
    }

    String axis(Scale scale) {
      var margin = MARGIN + " ".repeat(names + 2);
      return AxisDrawing.below(margin, scale, scale.ticks(room / 6), room, scale.label(unit), page);
    }
  }
}
