package workbook.page;

/// What came of a prediction.
///
/// @param comment what the page says to somebody who predicted this, Markdown; may be empty
public record Assessment(Kind kind, String comment) {
  /// How a prediction compares with the answer of the run.
  public enum Kind {
    RIGHT,
    /// A number within the distance that the page calls close.
    CLOSE,
    WRONG,
    /// The run gave no answer, so nobody can say.
    CANNOT_TELL
  }
}
