package workbook.report;

import workbook.course.Mark;
import workbook.grade.TestResult;

/// A verdict as a page shows it: a sign, a word and a colour, which say the same.
///
/// @param words the sign and the word
/// @param style the class of the style sheet
record VerdictWords(String words, String style) {
  static VerdictWords of(Mark mark) {
    return switch (mark.verdict()) {
      case "passed" -> new VerdictWords("✓ passed", "good");
      case "failed", "rejected" -> new VerdictWords("✗ " + mark.verdict(), "bad");
      case String other -> new VerdictWords("? " + other, "open");
    };
  }

  static VerdictWords of(TestResult test) {
    if (!test.judged()) {
      return new VerdictWords("? not judged", "open");
    }
    return test.passed()
        ? new VerdictWords("✓ passed", "good")
        : new VerdictWords("✗ failed", "bad");
  }

  void write(Html html) {
    html.leaf("span", words, "class", style);
  }
}
