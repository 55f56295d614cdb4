package workbook.view;

import java.util.List;
import workbook.Comparison;

/// Two results of one experiment side by side, as a table of medians.
public final class ComparisonReport {
  private ComparisonReport() {}

  /// What else differed comes first: without it the ratios could mislead.
  ///
  /// @return lines of at most the page's width, the last one ended
  public static String text(Comparison comparison, Page page) {
    var title = comparison.first().title() + ": first and second run";
    var text = new StringBuilder();
    text.append(TextColor.BOLD.on(page, TerminalText.shorten(title, page.width()))).append('\n');
    for (var caution : comparison.cautions()) {
      for (var line : TerminalText.wrap(TerminalText.clean(caution), page.width())) {
        text.append(TextColor.WARNING.on(page, line)).append('\n');
      }
    }
    var table = table(comparison.rows()).draw(page);
    text.append('\n')
        .append(table.isEmpty() ? "The two runs have no measurement in common.\n" : table);
    return Ascii.of(page, text.toString());
  }

  private static Table table(List<Comparison.Row> rows) {
    var table =
        new Table()
            .column("quantity", Table.Align.LEFT)
            .column("of", Table.Align.LEFT)
            .column("first", Table.Align.POINT)
            .column("second", Table.Align.POINT)
            .column("ratio", Table.Align.POINT);
    for (var row : rows) {
      var place = row.at() == 0 ? "" : ", " + Numbers.of(row.at());
      table.row(
          Numbers.inUnit(row.quantity(), row.unit()),
          row.series() + place,
          Numbers.of(row.first()),
          Numbers.of(row.second()),
          row.ratio().map(Numbers::of).orElse("-"));
    }
    return table;
  }
}
