package workbook.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import workbook.Outcome;
import workbook.Outcome.Expectation;

/// Outcomes with their counts and what the lesson says of them, in the manner of jcstress; each
/// group under its heading.
final class OutcomeTable {
  private static final int BAR = 10;
  private static final String INDENT = "  ";
  private static final int WIDTH_FOR_BARS = 72;

  private OutcomeTable() {}

  static String draw(List<Outcome> outcomes, Page page) {
    var bars = page.width() >= WIDTH_FOR_BARS;
    var table = new Table().column("outcome", Table.Align.LEFT).column("count", Table.Align.RIGHT);
    table.column("share", Table.Align.RIGHT);
    if (bars) {
      table.column("", Table.Align.LEFT);
    }
    table.column("expectation", Table.Align.LEFT).column("meaning", Table.Align.TEXT);
    for (var group : OutcomeGroup.of(outcomes)) {
      if (!group.name().isEmpty()) {
        table.row(TextColor.BOLD, heading(group.name(), bars ? 6 : 5));
      }
      group.outcomes().forEach(outcome -> table.row(ink(outcome), cells(outcome, group, bars)));
    }
    return table.draw(page);
  }

  private static List<String> heading(String group, int columns) {
    var cells = new ArrayList<>(Collections.nCopies(columns, ""));
    cells.set(0, TerminalText.clean(group));
    return cells;
  }

  private static List<String> cells(Outcome outcome, OutcomeGroup group, boolean bars) {
    var whole = group.whole();
    var cells = new ArrayList<String>();
    cells.add((group.name().isEmpty() ? "" : INDENT) + TerminalText.clean(outcome.seen()));
    cells.add(Numbers.of(outcome.count()));
    cells.add(Numbers.share(outcome.count(), whole));
    if (bars) {
      cells.add(BlockBar.bar(whole == 0 ? 0 : (double) outcome.count() / whole, BAR));
    }
    cells.add(verdict(outcome));
    cells.add(TerminalText.clean(outcome.meaning()));
    return cells;
  }

  /// A forbidden outcome that was seen stands out by words, not by colour alone.
  private static String verdict(Outcome outcome) {
    var name = outcome.expected().name();
    return isBroken(outcome) ? "✗ " + name : name.toLowerCase(Locale.ROOT);
  }

  private static TextColor ink(Outcome outcome) {
    if (outcome.count() == 0) {
      return TextColor.MUTED;
    }
    return switch (outcome.expected()) {
      case ACCEPTABLE -> TextColor.PLAIN;
      case INTERESTING -> TextColor.WARNING;
      case FORBIDDEN -> TextColor.BAD;
    };
  }

  private static boolean isBroken(Outcome outcome) {
    return outcome.expected() == Expectation.FORBIDDEN && outcome.count() > 0;
  }
}
