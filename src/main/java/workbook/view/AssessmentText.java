package workbook.view;

import workbook.page.Assessment;

/// Right or wrong, and what the page says to somebody who predicted this.
public final class AssessmentText {
  private AssessmentText() {}

  /// @param margin stands before each line
  /// @return whole lines
  public static String of(Assessment assessment, String margin, Page page) {
    var said =
        switch (assessment.kind()) {
          case RIGHT -> TextColor.GOOD.on(page, "✓ Right.");
          case CLOSE -> TextColor.GOOD.on(page, "✓ Close.");
          case WRONG -> TextColor.BAD.on(page, "✗ Not this time.");
          case CANNOT_TELL -> "This run cannot tell; the notes say what to do.";
        };
    var comment = plain(assessment.comment(), page);
    var lines = comment.isEmpty() ? "" : TerminalText.paragraph(margin, comment, page.width());
    return Ascii.of(page, margin + said + "\n" + lines);
  }

  /// A sentence of Markdown in one line.
  static String plain(String markdown, Page page) {
    var wide = new Page(Integer.MAX_VALUE, page.colour(), page.unicode());
    return Markdown.terminal(markdown, wide).strip();
  }
}
