package workbook.view;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/// Markdown as a terminal can show it: headings stand out, code is indented, links are numbered and
/// listed at the end, HTML is left out.
public final class Markdown {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  private static final int INDENT = 4;

  private final Page page;
  private final MarkdownWords words;
  private final List<String> links = new ArrayList<>();

  private Markdown(Page page) {
    this.page = page;
    this.words = new MarkdownWords(page, links);
  }

  /// Renders a text.
  ///
  /// @return lines of at most the page's width, but for code, which is not broken
  public static String terminal(String markdown, Page page) {
    var document = PARSER.parse(markdown);
    var rendering = new Markdown(page);
    var text = rendering.blocks(document, "", page.width(), "\n");
    return Ascii.of(page, (text + rendering.footnotes()).replace(TerminalText.JOIN, ' '));
  }

  /// A sentence in one line, however narrow the page is.
  static String line(String sentence, Page page) {
    return terminal(sentence, new Page(Integer.MAX_VALUE, page.colour(), page.unicode())).strip();
  }

  /// A sentence in one line without its marks: code and stress are words like any other.
  public static String unmarked(String sentence) {
    return TerminalText.clean(line(sentence, new Page(Integer.MAX_VALUE, true, true)));
  }

  /// The blocks inside a node, each behind a margin.
  ///
  /// @param between what separates two blocks: an empty line, or nothing in a tight list
  private String blocks(Node parent, String margin, int width, String between) {
    var blocks = new ArrayList<String>();
    for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
      blocks.add(block(node, margin, width));
    }
    blocks.removeIf(String::isEmpty);
    return String.join(between, blocks);
  }

  private String block(Node node, String margin, int width) {
    return switch (node) {
      case Heading heading -> heading(heading, margin, width);
      case Paragraph text -> TerminalText.paragraph(margin, words.in(text), width);
      case FencedCodeBlock code -> code(code.getLiteral(), margin, width);
      case IndentedCodeBlock code -> code(code.getLiteral(), margin, width);
      case ListBlock list -> list(list, margin, width);
      case BlockQuote quote -> blocks(quote, margin + "│ ", width, margin + "│\n");
      case ThematicBreak line -> margin + "─".repeat(width - TerminalText.width(margin)) + "\n";
      case TableBlock table -> table(table);
      default -> "";
    };
  }

  /// The title of a text is underlined, other headings are bold, behind their `#` where there is no
  /// bold.
  private String heading(Heading heading, String margin, int width) {
    var sign = page.colour() || heading.getLevel() == 1 ? "" : "#".repeat(heading.getLevel()) + " ";
    var text = TerminalText.paragraph(margin, sign + words.in(heading, TextColor.BOLD), width);
    if (heading.getLevel() > 1) {
      return text;
    }
    var longest = text.lines().mapToInt(TerminalText::width).max().orElse(0);
    return text + TextColor.MUTED.on(page, "━".repeat(longest)) + "\n";
  }

  /// Code is indented as far as its longest line allows.
  private String code(String literal, String margin, int width) {
    var longest = literal.lines().mapToInt(TerminalText::width).max().orElse(0);
    var room = width - TerminalText.width(margin) - longest;
    var indent = margin + " ".repeat(Math.clamp(room, 0, INDENT));
    var lines = new StringBuilder();
    for (var line : literal.stripTrailing().split("\n")) {
      lines.append((indent + TextColor.CODE.on(page, line)).stripTrailing()).append('\n');
    }
    return lines.toString();
  }

  private String list(ListBlock list, String margin, int width) {
    var items = new ArrayList<String>();
    var number = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : 1;
    for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
      var mark = list instanceof BulletList ? "• " : number++ + ". ";
      var inner = margin + " ".repeat(mark.length());
      var text = blocks(item, inner, width, list.isTight() ? "" : "\n");
      items.add(
          text.isEmpty()
              ? margin + mark.strip() + "\n"
              : margin + mark + text.substring(inner.length()));
    }
    return String.join(list.isTight() ? "" : "\n", items);
  }

  private String table(TableBlock node) {
    var rows = new ArrayList<List<String>>();
    for (var part = node.getFirstChild(); part != null; part = part.getNext()) {
      for (var row = part.getFirstChild(); row != null; row = row.getNext()) {
        rows.add(cells((TableRow) row));
      }
    }
    var table = new Table();
    rows.removeFirst().forEach(heading -> table.column(heading, Table.Align.TEXT));
    rows.forEach(row -> table.row(TextColor.PLAIN, row));
    return table.draw(page);
  }

  private List<String> cells(TableRow row) {
    var cells = new ArrayList<String>();
    for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      cells.add(words.in((TableCell) cell));
    }
    return cells;
  }

  private String footnotes() {
    var text = new StringBuilder(links.isEmpty() ? "" : "\n");
    for (var link : links) {
      var number = "(" + (links.indexOf(link) + 1) + ") ";
      text.append(TextColor.MUTED.on(page, number + link)).append('\n');
    }
    return text.toString();
  }
}
