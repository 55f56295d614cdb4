package workbook.grade;

import java.util.Comparator;
import java.util.List;
import workbook.Exercise;
import workbook.compile.SourceDiagnostic;

/// What a check of a learner's file found.
public sealed interface GradingResult {
  Exercise exercise();

  /// The tests were run.
  ///
  /// @param sha256 of the bytes that were graded, in hexadecimal digits
  /// @param results one for each graded test, in the order of the test class
  record Scored(Exercise exercise, String sha256, List<TestResult> results)
      implements GradingResult {
    public Scored {
      results = List.copyOf(results);
    }

    /// The points of the tests that passed.
    public int points() {
      return results.stream().filter(TestResult::passed).mapToInt(TestResult::points).sum();
    }

    /// Whether the explorer could judge every test; without that the points are no mark.
    public boolean judged() {
      return results.stream().allMatch(TestResult::judged);
    }

    /// Whether at least one test failed.
    public boolean failed() {
      return results.stream().anyMatch(TestResult::failed);
    }

    /// What failed, in the order in which it should be mended.
    public List<TestResult> failures() {
      return results.stream()
          .filter(TestResult::failed)
          .sorted(Comparator.comparingInt(TestResult::weight).reversed())
          .toList();
    }

    /// The points there are.
    public int of() {
      return results.stream().mapToInt(TestResult::points).sum();
    }

    /// Whether every test passed.
    public boolean passed() {
      return results.stream().allMatch(TestResult::passed);
    }
  }

  /// No test was run: there is something to mend first.
  ///
  /// @param diagnostics at least one, in the order of the file
  record Rejected(Exercise exercise, List<SourceDiagnostic> diagnostics) implements GradingResult {
    public Rejected {
      diagnostics = List.copyOf(diagnostics);
    }
  }
}
