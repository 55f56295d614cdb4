package workbook.view;

import java.nio.file.Files;
import java.util.List;
import java.util.function.Function;
import workbook.Sentences;
import workbook.compile.SourceDiagnostic;
import workbook.grade.GradingResult;
import workbook.grade.Submission;
import workbook.io.Invocation;

/// What is to be mended before a file can be compiled or graded: the place, the learner's own line
/// with a caret below, and what is wrong there.
public final class DiagnosticReport {
  private static final int SHOWN = 5;
  private static final String INDENT = "    ";

  private DiagnosticReport() {}

  static String of(GradingResult.Rejected rejected, Submission submission, Page page) {
    var end =
        Files.exists(submission.file())
            ? "No test was run. Your file is unchanged.\n"
            : Invocation.of("exercise start " + submission.exercise().id())
                + " makes the file you start from.\n";
    return Ascii.of(page, text(rejected.diagnostics(), _ -> submission.shown(), page) + end);
  }

  /// What keeps files from being compiled.
  public static String of(List<SourceDiagnostic> diagnostics, Page page) {
    return Ascii.of(page, text(diagnostics, SourceDiagnostic::file, page));
  }

  private static String text(
      List<SourceDiagnostic> complaints, Function<SourceDiagnostic, String> file, Page page) {
    var text = new StringBuilder();
    for (var diagnostic : complaints.subList(0, Math.min(SHOWN, complaints.size()))) {
      text.append(one(diagnostic, file.apply(diagnostic), page)).append('\n');
    }
    if (complaints.size() > SHOWN) {
      text.append("And %d more.\n".formatted(complaints.size() - SHOWN));
    }
    return text.toString();
  }

  private static String one(SourceDiagnostic diagnostic, String file, Page page) {
    var place = diagnostic.line() == 0 ? file : file + ":" + diagnostic.line();
    var says =
        TerminalText.paragraph(
            "", TerminalText.clean(Sentences.of(diagnostic.says())), page.width());
    return TextColor.BOLD.on(page, place) + "\n" + says + excerpt(diagnostic, page);
  }

  /// The learner's line without what it is indented by, cut where it is too wide.
  private static String excerpt(SourceDiagnostic diagnostic, Page page) {
    var line = diagnostic.text().stripLeading();
    if (line.isBlank()) {
      return "";
    }
    var indented = diagnostic.text().length() - line.length();
    var column = Math.clamp(diagnostic.column() - 1L - indented, 0, line.length());
    var room = page.width() - INDENT.length();
    var from = Math.max(0, column - room + 10);
    var shown = TerminalText.shorten(TerminalText.clean(line.substring(from)), room);
    var before = TerminalText.width(TerminalText.clean(line.substring(from, column)));
    var caret = diagnostic.column() == 0 ? "" : INDENT + " ".repeat(before) + "^";
    return "\n"
        + INDENT
        + shown
        + "\n"
        + (caret.isEmpty() ? "" : TextColor.BAD.on(page, caret) + "\n");
  }
}
