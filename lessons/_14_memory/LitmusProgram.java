package _14_memory;

import workbook.Scenario;

/// A program of a few threads and a few steps that tells what it saw: a *litmus test*.
public interface LitmusProgram extends Scenario {
  /// How a run ended, in a few words. To be asked when all threads have ended.
  String outcome();

  /// For checks.
  ///
  /// @throws AssertionError if it's odd
  static void failIf(boolean odd, String says) {
    if (odd) {
      throw new AssertionError(says);
    }
  }
}
