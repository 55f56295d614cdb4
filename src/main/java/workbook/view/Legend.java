package workbook.view;

import java.util.List;

/// What signs and colours mean, below a drawing.
final class Legend {
  /// A space that no line is broken at.
  private static final char FIXED = '\u00a0';

  private Legend() {}

  /// @param entries each a sign, a space and its meaning; no entry is broken between lines unless
  ///   it is longer than one
  static String draw(List<String> entries, Page page) {
    var fixed = entries.stream().map(entry -> entry.replace(' ', FIXED)).toList();
    var gap = "" + FIXED + FIXED + " ";
    return TerminalText.paragraph("  ", String.join(gap, fixed), page.width())
        .replace(FIXED, ' ')
        .replaceAll(" +\n", "\n");
  }
}
