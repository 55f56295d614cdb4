package workbook.view;

import java.util.List;
import workbook.page.GlossaryTerm;

/// Terms and places of the book, for a person.
public final class SearchReport {
  private static final String INDENT = "    ";

  private SearchReport() {}

  /// A term with its line, and where it is taught.
  public static String terms(List<GlossaryTerm> terms, Page page) {
    var text = new StringBuilder();
    for (var term : terms) {
      text.append(TextColor.BOLD.on(page, term.name())).append('\n');
      text.append(indented(term.says(), page));
      if (!term.more().isEmpty()) {
        text.append(TextColor.MUTED.on(page, indented(term.more(), page).stripTrailing()));
        text.append('\n');
      }
      text.append('\n');
    }
    return Ascii.of(page, text.toString());
  }

  /// A place of the book, and the line that stands there.
  public static String hit(String place, String title, String line, Page page) {
    var head = TextColor.BOLD.on(page, place) + "  " + Markdown.line(title, page) + "\n";
    return Ascii.of(page, line.isEmpty() ? head : head + indented(line, page));
  }

  private static String indented(String markdown, Page page) {
    var words = Markdown.line(markdown.replaceAll("\\s+", " "), page).lines().findFirst();
    return TerminalText.paragraph(INDENT, words.orElse(""), page.width());
  }
}
