package workbook.grade;

import java.util.List;
import workbook.Exercise;

/// What a check of a learner's file found.
public sealed interface GradingResult {
  Exercise exercise();

  /// The tests were run.
  ///
  /// @param marks one for each graded test, in the order of the test class
  record Scored(Exercise exercise, List<TestResult> marks) implements GradingResult {
    public Scored {
      marks = List.copyOf(marks);
    }

    /// The points of the tests that passed.
    public int points() {
      return marks.stream().filter(TestResult::passed).mapToInt(TestResult::points).sum();
    }

    /// The points there are.
    public int of() {
      return marks.stream().mapToInt(TestResult::points).sum();
    }

    /// Whether every test passed.
    public boolean passed() {
      return marks.stream().allMatch(TestResult::passed);
    }
  }

  /// No test was run: there is something to mend first.
  ///
  /// @param complaints at least one, in the order of the file
  record Rejected(Exercise exercise, List<SubmissionDiagnostic> complaints)
      implements GradingResult {
    public Rejected {
      complaints = List.copyOf(complaints);
    }
  }
}
