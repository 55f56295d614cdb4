package workbook.grade;

/// A mistake that keeps a learner's file from being graded.
///
/// @param says what to mend, in one plain sentence
/// @param file the file's name
/// @param line counts from 1; 0 when it is about the whole file
/// @param column counts from 1, in characters of `text`; 0 when it is about the whole line or file
/// @param text the learner's own line; empty when it is about the whole file
public record SubmissionDiagnostic(String says, String file, int line, int column, String text) {
  /// A complaint about a whole file.
  static SubmissionDiagnostic about(String file, String says) {
    return new SubmissionDiagnostic(says, file, 0, 0, "");
  }
}
