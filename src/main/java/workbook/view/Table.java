package workbook.view;

import java.util.ArrayList;
import java.util.List;

/// Rows and columns of text, aligned, never wider than the page: running text is wrapped, long
/// names end in `…`, and a table that is still too wide is cut into several that repeat the first
/// column.
final class Table {
  /// Where a column's cells stand.
  enum Align {
    /// At the left edge, shortened where there is no room.
    LEFT,
    /// At the left edge, wrapped where there is no room.
    TEXT,
    /// At the right edge.
    RIGHT,
    /// With the decimal points below each other.
    POINT
  }

  record Column(String heading, Align align) {}

  private record Row(TextColor color, List<String> cells) {}

  private static final String MARGIN = "  ";
  private static final String GAP = "  ";
  private static final int SHORTEST_TEXT = 16;
  private static final int SHORTEST_NAME = 12;

  private final List<Column> columns = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();

  Table column(String heading, Align align) {
    columns.add(new Column(heading, align));
    return this;
  }

  /// Adds a row. Call after the last [#column].
  Table row(String... cells) {
    return row(TextColor.PLAIN, List.of(cells));
  }

  Table row(TextColor color, List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(cells.size() + " cells, " + columns.size() + " columns");
    }
    rows.add(new Row(color, List.copyOf(cells)));
    return this;
  }

  /// Whether the page is wide enough for every cell in full.
  boolean fits(Page page) {
    return total(naturalWidths(aligned())) <= page.width();
  }

  /// The table with a line of headings and a rule; empty when there are no rows.
  String draw(Page page) {
    if (rows.isEmpty()) {
      return "";
    }
    var aligned = aligned();
    var widths = naturalWidths(aligned);
    shrink(widths, page, Align.TEXT, SHORTEST_TEXT);
    shrink(widths, page, Align.LEFT, SHORTEST_NAME);
    var text = new StringBuilder();
    for (var block : blocks(widths, page)) {
      text.append(text.isEmpty() ? "" : "\n");
      text.append(block(page, block, widths, aligned));
    }
    return text.toString();
  }

  /// The rows with the numbers of a [Align#POINT] column filled up on the right.
  private List<Row> aligned() {
    var fractions = new int[columns.size()];
    for (var row : rows) {
      for (var c = 0; c < fractions.length; c++) {
        fractions[c] = Math.max(fractions[c], fraction(row, c));
      }
    }
    var aligned = new ArrayList<Row>();
    for (var row : rows) {
      var cells = new ArrayList<String>();
      for (var c = 0; c < fractions.length; c++) {
        var cell = row.cells.get(c);
        cells.add(isFigure(row, c) ? cell + " ".repeat(fractions[c] - fraction(row, c)) : cell);
      }
      aligned.add(new Row(row.color, cells));
    }
    return aligned;
  }

  private int fraction(Row row, int c) {
    var cell = row.cells.get(c);
    return isFigure(row, c) && cell.indexOf('.') >= 0 ? cell.length() - cell.indexOf('.') : 0;
  }

  private boolean isFigure(Row row, int c) {
    return columns.get(c).align == Align.POINT && row.cells.get(c).matches("-?[\\d,]+(\\.\\S+)?");
  }

  /// Nothing stands beside it, so it may be as wide as the page.
  private static boolean isHeading(Row row) {
    return row.cells.size() > 2 && row.cells.stream().skip(1).allMatch(String::isEmpty);
  }

  private int[] naturalWidths(List<Row> aligned) {
    var widths = new int[columns.size()];
    for (var c = 0; c < widths.length; c++) {
      widths[c] = TerminalText.width(columns.get(c).heading);
      for (var row : aligned) {
        var width = isHeading(row) ? 0 : TerminalText.width(row.cells.get(c));
        widths[c] = Math.max(widths[c], width);
      }
    }
    return widths;
  }

  /// Takes from the columns of this kind, the widest first, what is too much for the page.
  private void shrink(int[] widths, Page page, Align align, int shortest) {
    for (var excess = total(widths) - page.width(); excess > 0; excess--) {
      var widest = -1;
      for (var c = 0; c < widths.length; c++) {
        if (columns.get(c).align == align && (widest < 0 || widths[c] > widths[widest])) {
          widest = c;
        }
      }
      if (widest < 0 || widths[widest] <= shortest) {
        return;
      }
      widths[widest]--;
    }
  }

  private static int total(int[] widths) {
    var total = MARGIN.length() - GAP.length();
    for (var width : widths) {
      total += GAP.length() + width;
    }
    return total;
  }

  /// The columns of each table to draw: all of them, or the first and as many others as fit.
  private static List<List<Integer>> blocks(int[] widths, Page page) {
    var blocks = new ArrayList<List<Integer>>();
    var block = new ArrayList<>(List.of(0));
    var used = MARGIN.length() + widths[0];
    for (var c = 1; c < widths.length; c++) {
      if (block.size() > 1 && used + GAP.length() + widths[c] > page.width()) {
        blocks.add(List.copyOf(block));
        block.subList(1, block.size()).clear();
        used = MARGIN.length() + widths[0];
      }
      block.add(c);
      used += GAP.length() + widths[c];
    }
    blocks.add(block);
    return blocks;
  }

  private String block(Page page, List<Integer> block, int[] widths, List<Row> aligned) {
    var headings = columns.stream().map(Column::heading).toList();
    var rules = new ArrayList<String>();
    for (var width : widths) {
      rules.add("─".repeat(width));
    }
    var text = new StringBuilder(lines(page, new Row(TextColor.BOLD, headings), block, widths));
    text.append(lines(page, new Row(TextColor.MUTED, rules), block, widths));
    for (var row : aligned) {
      text.append(lines(page, row, block, widths));
    }
    return text.toString();
  }

  /// A row as one line, or as several where running text was wrapped.
  private String lines(Page page, Row row, List<Integer> block, int[] widths) {
    if (isHeading(row)) {
      var room = page.width() - MARGIN.length();
      var heading = TerminalText.shorten(row.cells.getFirst(), room);
      return row.color.on(page, MARGIN + heading) + '\n';
    }
    var cells = new ArrayList<List<String>>();
    for (var c : block) {
      var cell = row.cells.get(c);
      cells.add(
          columns.get(c).align == Align.TEXT
              ? TerminalText.wrap(cell, widths[c])
              : List.of(TerminalText.shorten(cell, widths[c])));
    }
    var height = cells.stream().mapToInt(List::size).max().orElse(1);
    var text = new StringBuilder();
    for (var l = 0; l < height; l++) {
      var line = new StringBuilder();
      for (var b = 0; b < block.size(); b++) {
        var cell = l < cells.get(b).size() ? cells.get(b).get(l) : "";
        var c = block.get(b);
        line.append(b == 0 ? MARGIN : GAP).append(placed(cell, columns.get(c).align, widths[c]));
      }
      text.append(row.color.on(page, line.toString().stripTrailing())).append('\n');
    }
    return text.toString();
  }

  private static String placed(String cell, Align align, int width) {
    return switch (align) {
      case LEFT, TEXT -> TerminalText.pad(cell, width);
      case RIGHT, POINT -> TerminalText.padLeft(cell, width);
    };
  }
}
