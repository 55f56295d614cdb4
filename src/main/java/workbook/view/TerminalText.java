package workbook.view;

import java.util.ArrayList;
import java.util.List;

/// Text measured in the columns of a terminal.
public final class TerminalText {
  /// A space that no line is broken at: a command is pasted as a whole.
  static final char JOIN = '\u00a0';

  private static final String ANSI = "\033\\[[0-9;]*m";

  private TerminalText() {}

  /// The columns a text takes. ANSI colours take none, a wide letter takes two.
  public static int width(String text) {
    return text.replaceAll(ANSI, "").codePoints().map(TerminalText::width).sum();
  }

  private static int width(int letter) {
    return switch (Character.getType(letter)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(letter) ? 2 : 1;
    };
  }

  /// Whether terminals draw a letter in two columns: the East Asian scripts and most pictographs
  /// (Unicode Standard Annex 11, simplified to whole blocks).
  private static boolean isWide(int letter) {
    return letter >= 0x1100 && letter <= 0x115F
        || letter >= 0x2E80 && letter <= 0xA4CF
        || letter >= 0xAC00 && letter <= 0xD7A3
        || letter >= 0xF900 && letter <= 0xFAFF
        || letter >= 0xFE30 && letter <= 0xFE6F
        || letter >= 0xFF00 && letter <= 0xFF60
        || letter >= 0x1F300 && letter <= 0x1FAFF
        || letter >= 0x20000 && letter <= 0x3FFFD;
  }

  /// Fills up with spaces on the right.
  static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /// Fills up with spaces on the left.
  static String padLeft(String text, int width) {
    return " ".repeat(Math.max(0, width - width(text))) + text;
  }

  /// At most so many columns; what was cut off shows as `…`. The text has no colours yet.
  public static String shorten(String text, int width) {
    return width(text) <= width ? text : start(text, width - 1) + "…";
  }

  /// Lines of at most so many columns, broken between words; a longer word is broken anywhere, but
  /// for a command, whose words are held together by [#JOIN]. Line breaks in the text are kept.
  static List<String> wrap(String text, int width) {
    var lines = new ArrayList<String>();
    for (var paragraph : text.split("\n", -1)) {
      var line = new StringBuilder();
      for (var word : paragraph.strip().split(" +")) {
        if (!line.isEmpty() && width(line.toString()) + 1 + width(word) > width) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
        while (width(line.toString()) > width
            && line.indexOf("\033") < 0
            && word.indexOf(JOIN) < 0) {
          var first = start(line.toString(), width);
          lines.add(first);
          line.delete(0, first.length());
        }
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /// A paragraph wrapped to a width, every line behind a margin and ended.
  public static String paragraph(String margin, String text, int width) {
    var lines = new StringBuilder();
    for (var line : wrap(text, Math.max(1, width - width(margin)))) {
      lines.append(margin).append(line).append('\n');
    }
    return lines.toString();
  }

  /// A text from outside made harmless: what would move the cursor or ring a bell shows as `·`, a
  /// tab as a space.
  public static String clean(String text) {
    return text.replaceAll(ANSI, "").replace('\t', ' ').replaceAll("\\p{Cntrl}", "·");
  }

  private static String start(String text, int width) {
    var room = Math.max(1, width);
    var end = 0;
    while (end < text.length()) {
      var letter = text.codePointAt(end);
      room -= width(letter);
      if (room < 0) {
        break;
      }
      end += Character.charCount(letter);
    }
    return end == 0
        ? text.substring(0, Character.charCount(text.codePointAt(0)))
        : text.substring(0, end);
  }
}
