package workbook.view;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The colour of a stretch of text. Without colours on the [Page] every ink is invisible, so no
/// text may rely on its ink alone.
///
/// @param code the parameters of an ANSI "select graphic rendition" sequence; empty for none
public record TextColor(String code) {
  public static final TextColor PLAIN = new TextColor("");
  public static final TextColor BOLD = new TextColor("1");
  public static final TextColor MUTED = new TextColor("2");
  static final TextColor ITALIC = new TextColor("3");
  static final TextColor CODE = new TextColor("36");
  public static final TextColor GOOD = new TextColor("32");
  static final TextColor WARNING = new TextColor("33");
  public static final TextColor BAD = new TextColor("1;31");

  /// Colours of the 256-colour palette near those of Okabe and Ito, which people with any kind of
  /// colour vision can tell apart: jfly.uni-koeln.de/color.
  private static final int[] PALETTE = {32, 172, 36, 175, 166, 74, 142, 245};

  /// The ink of the nth thing compared, counted from 0. It repeats after eight.
  static TextColor of(int index) {
    return new TextColor("38;5;" + PALETTE[index % PALETTE.length]);
  }

  /// Both inks at once, for example bold and italic.
  TextColor and(TextColor other) {
    return new TextColor(
        Stream.of(code, other.code)
            .filter(one -> !one.isEmpty())
            .distinct()
            .collect(Collectors.joining(";")));
  }

  /// The text in this ink, where the page has colours.
  public String on(Page page, String text) {
    return code.isEmpty() || text.isEmpty() || !page.colour()
        ? text
        : "\033[" + code + "m" + text + "\033[0m";
  }
}
