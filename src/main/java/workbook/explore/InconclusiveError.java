package workbook.explore;

/// The explorer could not judge a test, or not to the end: it did not fail, and does not pass.
public final class InconclusiveError extends AssertionError {
  /// @param why one plain sentence
  InconclusiveError(String why) {
    super(why);
  }
}
