package workbook.grade;

import workbook.grade.worker.TestOutcome;

/// One graded test, and how it went.
///
/// @param test the method's name
/// @param says what the test asks for, in the learner's words
/// @param points what it gives when it passes; at least 1
/// @param read what to read when it does not
/// @param printed the first lines of what the learner's code printed meanwhile; empty for nothing
public record TestResult(
    String test, String says, int points, String read, TestOutcome outcome, String printed) {
  public boolean passed() {
    return outcome instanceof TestOutcome.Pass;
  }

  /// Whether it passed or failed, for all one knows.
  public boolean judged() {
    return !(outcome instanceof TestOutcome.Inconclusive);
  }
}
