package workbook;

/// One thing that could be seen, and how often it was.
///
/// @param seen the outcome as the learner sees it, for example `1, 1`
/// @param expected what the lesson says of it
/// @param count how often it was seen; 0 when it could have been but was not
/// @param meaning what it tells, in a few words
public record Outcome(String seen, Expectation expected, long count, String meaning) {
  /// What the lesson says of an outcome, in the terms of jcstress.
  public enum Expectation {
    /// What anybody would expect.
    ACCEPTABLE,
    /// Allowed by the language, but surprising.
    INTERESTING,
    /// Never allowed: seeing it means the code is broken.
    FORBIDDEN
  }
}
