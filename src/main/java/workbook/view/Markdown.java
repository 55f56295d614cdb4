package workbook.view;

/// Markdown for the terminal.
public final class Markdown {
  private Markdown() {}

  /// Renders a Markdown text.
  public static String terminal(String markdown, Page page) {
    return markdown;
  }
}
