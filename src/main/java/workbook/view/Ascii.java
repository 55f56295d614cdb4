package workbook.view;

/// The nearest ASCII letter for each sign this room draws with, for places that show no other. One
/// sign becomes one letter, so that columns stay aligned.
public final class Ascii {
  /// Each sign with its letter behind it.
  private static final String BLOCKS = "█#▉#▊#▋#▌#▍.▎.▏.░.▒:▓%▚*▞@╳x";

  private static final String LINES = "│|┃H┆|├|┤|┼+─-━=┄~╌,┬+┴+┌+┐+└+┘+";
  private static final String SIGNS = "…~·.•*●o–-—-−-×x→>←<⇒>↑^↓v✓+✗!µuμu’'‘'“\"”\"≤<≥>≈~°o\u00a0 ";
  private static final String PAIRS = BLOCKS + LINES + SIGNS;

  private Ascii() {}

  /// The text as this page can show it.
  public static String of(Page page, String text) {
    if (page.unicode()) {
      return text;
    }
    var ascii = new StringBuilder();
    text.codePoints().map(Ascii::letter).forEach(ascii::appendCodePoint);
    return ascii.toString();
  }

  private static int letter(int sign) {
    if (sign < 128) {
      return sign;
    }
    if (Character.UnicodeBlock.of(sign) == Character.UnicodeBlock.BRAILLE_PATTERNS) {
      return '.';
    }
    var pair = PAIRS.indexOf(sign);
    return pair >= 0 ? PAIRS.charAt(pair + 1) : '?';
  }
}
