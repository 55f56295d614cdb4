package workbook.view;

import workbook.Chart;
import workbook.Observations;

/// A chart made of characters.
public final class TerminalChart {
  private TerminalChart() {}

  /// Draws a chart of what was seen, or says in a sentence that there is nothing to draw.
  ///
  /// @return a title and the chart, in lines of at most the page's width, the last one ended
  public static String draw(Chart chart, Observations seen, Page page) {
    var looks = Looks.ofSeries(seen);
    var drawing =
        switch (chart) {
          case Chart.Bars bars ->
              BarDrawing.draw(seen.of(bars.quantity()), looks, bars.log(), page);
          case Chart.Lines lines -> LineDrawing.draw(lines, seen.of(lines.quantity()), looks, page);
          case Chart.Distribution spread ->
              BoxDrawing.draw(seen.of(spread.quantity()), looks, spread.log(), page);
          case Chart.Timeline timeline -> TimelineDrawing.draw(seen.spans(), page);
          case Chart.Conversation conversation ->
              ConversationDrawing.draw(Conversation.of(conversation, seen.turns()), page);
          case Chart.Outcomes outcomes -> OutcomeTable.draw(seen.outcomes(), page);
        };
    var title = TextColor.BOLD.on(page, TerminalText.shorten(chart.title(), page.width()));
    var text = drawing.isEmpty() ? "  Nothing was recorded for this chart.\n" : drawing;
    return Ascii.of(page, title + "\n" + text);
  }
}
