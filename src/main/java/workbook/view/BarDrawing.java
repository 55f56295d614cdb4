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
    var scale = Scale.bars(rows.stream().map(Row::median).toList(), log);
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

  /// How the columns of a page are shared among names, drawing and figures. Where they would be too
  /// few, the quartiles are left out, and then names are shortened.
  ///
  /// @param names columns for the names
  /// @param room columns for the drawing
  /// @param quartiles whether they stand behind the medians
  record Layout(int names, int room, boolean quartiles, String unit, Page page) {
    private static final int SHORTEST = 10;
    private static final String MARGIN = "  ";

    static Layout of(List<Row> rows, String unit, Page page) {
      var full = of(rows, true, unit, page);
      return full.names < widest(rows, Row::name) ? of(rows, false, unit, page) : full;
    }

    private static Layout of(List<Row> rows, boolean quartiles, String unit, Page page) {
      var names = widest(rows, Row::name);
      var figures = widest(rows, row -> figures(row, quartiles, unit));
      var free = page.width() - MARGIN.length() - figures - 3;
      var room = Math.max(SHORTEST, free - names);
      return new Layout(Math.min(names, Math.max(1, free - room)), room, quartiles, unit, page);
    }

    private static int widest(List<Row> rows, Function<Row, String> text) {
      return rows.stream().mapToInt(row -> TerminalText.width(text.apply(row))).max().orElse(0);
    }

    private static String figures(Row row, boolean quartiles, String unit) {
      var figures = quartiles ? row.figures() : Numbers.of(row.median());
      return figures + (unit.isEmpty() ? "" : " " + Numbers.unit(unit));
    }

    String line(Row row, String drawing) {
      var name = TerminalText.pad(TerminalText.shorten(row.name(), names), names);
      return MARGIN + name + " │" + drawing + " " + figures(row, quartiles, unit) + "\n";
    }

    String axis(Scale scale) {
      var margin = MARGIN + " ".repeat(names + 2);
      return AxisDrawing.below(
          margin,
          scale,
          scale.ticks(Math.max(2, room / 6)),
          room,
          scale.label(Numbers.unit(unit)),
          page);
    }
  }
}
