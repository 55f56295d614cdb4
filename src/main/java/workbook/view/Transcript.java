package workbook.view;

import java.util.List;
import workbook.TranscriptLine;

/// Who said what when, as three columns.
final class Transcript {
  private static final int FIRST = 40;
  private static final int LAST = 20;

  private Transcript() {}

  /// A long transcript loses its middle and says so.
  static String draw(List<TranscriptLine> said, Page page) {
    var times = TimeScale.upTo(said.isEmpty() ? 0 : said.getLast().at());
    var looks = Looks.of(said.stream().map(TranscriptLine::speaker).toList());
    var table =
        new Table()
            .column(Numbers.inUnit("time", times.unit()), Table.Align.RIGHT)
            .column("who", Table.Align.LEFT)
            .column("said", Table.Align.TEXT);
    for (var l = 0; l < said.size(); l++) {
      var left = said.size() - FIRST - LAST;
      if (l == FIRST && left > 1) {
        table.row(TextColor.MUTED, List.of("…", "", "(" + Numbers.of(left) + " lines left out)"));
        l += left;
      }
      var line = said.get(l);
      table.row(
          looks.of(line.speaker()).ink(),
          List.of(
              times.exact(line.at()),
              TerminalText.clean(line.speaker()),
              TerminalText.clean(line.text())));
    }
    return table.draw(page);
  }
}
