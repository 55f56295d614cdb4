package workbook.view;

/// Plain text as HTML.
public final class HtmlText {
  private HtmlText() {}

  /// The text, so that a browser shows it as it is, between tags and in the value of an attribute.
  public static String of(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
