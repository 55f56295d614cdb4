package workbook.view;

import java.util.Locale;
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
    var comment = sentence(assessment, page);
    var lines = comment.isEmpty() ? "" : TerminalText.paragraph(margin, comment, page.width());
    return Ascii.of(page, margin + said + "\n" + lines);
  }

  /// The comment with a capital letter, and without the "right" that stands above it already.
  private static String sentence(Assessment assessment, Page page) {
    var comment = assessment.comment();
    if (assessment.kind() == Assessment.Kind.RIGHT) {
      comment = comment.replaceFirst("^[Rr]ight[.,:;]\\s*", "");
    }
    var capital = comment.isEmpty() ? "" : comment.substring(0, 1).toUpperCase(Locale.ROOT);
    return Markdown.line(capital + comment.substring(capital.length()), page);
  }
}
