package workbook.compile;

/// A mistake that keeps a file from being compiled or graded.
///
/// @param says what to mend, in one plain sentence
/// @param file the file's name
/// @param line counts from 1; 0 when it is about the whole file
/// @param column counts from 1, in characters of `text`; 0 when it is about the whole line or file
/// @param text the line itself; empty when it is about the whole file
public record SourceDiagnostic(String says, String file, int line, int column, String text) {
  /// A complaint about a whole file.
  public static SourceDiagnostic about(String file, String says) {
    return new SourceDiagnostic(says, file, 0, 0, "");
  }
}
