package _14_memory.lab;

import workbook.Outcome;

/// One outcome that a litmus test could have.
///
/// @param outcome in the words of the program
/// @param expected what the memory model says of it: forbidden, or allowed though nobody wants it
/// @param meaning in a few words
/// @param tried whether the explorer would find it, if it's allowed
record LitmusRow(String outcome, Outcome.Expectation expected, String meaning, boolean tried) {
  static LitmusRow acceptable(String outcome, String meaning) {
    return new LitmusRow(outcome, Outcome.Expectation.ACCEPTABLE, meaning, true);
  }

  static LitmusRow interesting(String outcome, String meaning) {
    return new LitmusRow(outcome, Outcome.Expectation.INTERESTING, meaning, true);
  }

  static LitmusRow forbidden(String outcome, String meaning) {
    return new LitmusRow(outcome, Outcome.Expectation.FORBIDDEN, meaning, true);
  }

  /// Allowed, but of a kind that the explorer doesn't look for.
  static LitmusRow untried(String outcome, String meaning) {
    return new LitmusRow(outcome, Outcome.Expectation.INTERESTING, meaning, false);
  }

  boolean isAllowed() {
    return expected != Outcome.Expectation.FORBIDDEN;
  }
}
