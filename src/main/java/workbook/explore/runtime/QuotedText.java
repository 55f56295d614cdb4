package workbook.explore.runtime;

/// A text as a reader sees it: on one line, in quotes, and not too long.
public final class QuotedText {
  private QuotedText() {}

  /// The text as Java would write it; only its beginning when it has more characters than that.
  public static String of(String text, int longest) {
    return '"' + line(text, longest) + '"';
  }

  /// The same without quotes.
  public static String line(String text, int longest) {
    var shown = text.length() > longest ? text.substring(0, longest - 1) + "…" : text;
    return shown.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
  }
}
