package workbook;

/// One thing that could be seen, and how often it was.
///
/// @param group which of several programs it was seen of, for example `broken`: a share is of the
///   counts of its group; empty where there is but one
/// @param seen the outcome as the learner sees it, for example `1, 1`
/// @param expected what the lesson says of it
/// @param count how often it was seen; 0 when it could have been but was not
/// @param meaning what it tells, in a few words
public record Outcome(String group, String seen, Expectation expected, long count, String meaning) {
  /// An outcome where there is but one group.
  public Outcome(String seen, Expectation expected, long count, String meaning) {
    this("", seen, expected, count, meaning);
  }

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
