package workbook.app;

import java.nio.file.Files;
import workbook.grade.Complaint;
import workbook.grade.Verdict;
import workbook.view.Ascii;
import workbook.view.Ink;
import workbook.view.Page;
import workbook.view.Text;

/// What is to be mended before a file can be graded: the place, the learner's own line with a caret
/// below, and what is wrong there.
final class ComplaintText {
  private static final int SHOWN = 5;
  private static final String INDENT = "    ";

  private ComplaintText() {}

  static String of(Verdict.Refused refused, Submission of, Page page) {
    var complaints = refused.complaints();
    var text = new StringBuilder();
    for (var complaint : complaints.subList(0, Math.min(SHOWN, complaints.size()))) {
      text.append(one(complaint, of.shown(), page)).append('\n');
    }
    if (complaints.size() > SHOWN) {
      text.append("And %d more.\n".formatted(complaints.size() - SHOWN));
    }
    text.append(
        Files.exists(of.file())
            ? "No test was run. Your file is as you left it.\n"
            : "workbook exercise start %s makes the file to begin with.\n".formatted(of.id()));
    return Ascii.of(page, text.toString());
  }

  private static String one(Complaint complaint, String file, Page page) {
    var place = complaint.line() == 0 ? file : file + ":" + complaint.line();
    var says = Text.paragraph("", Text.clean(Sentence.of(complaint.says())), page.width());
    return Ink.BOLD.on(page, place) + "\n" + says + excerpt(complaint, page);
  }

  /// The learner's line without what it is indented by, cut where it is too wide.
  private static String excerpt(Complaint complaint, Page page) {
    var line = complaint.text().stripLeading();
    if (line.isBlank()) {
      return "";
    }
    var indented = complaint.text().length() - line.length();
    var column = Math.clamp(complaint.column() - 1L - indented, 0, line.length());
    var room = page.width() - INDENT.length();
    var from = Math.max(0, column - room + 10);
    var shown = Text.shorten(Text.clean(line.substring(from)), room);
    var before = Text.width(Text.clean(line.substring(from, column)));
    var caret = complaint.column() == 0 ? "" : INDENT + " ".repeat(before) + "^";
    return "\n" + INDENT + shown + "\n" + (caret.isEmpty() ? "" : Ink.BAD.on(page, caret) + "\n");
  }
}
