package workbook.grade;

import java.util.List;
import workbook.Exercise;

/// What a check of a learner's file found.
public sealed interface Verdict {
  Exercise exercise();

  /// The tests were run.
  ///
  /// @param marks one for each graded test, in the order of the test class
  record Marked(Exercise exercise, List<Mark> marks) implements Verdict {
    public Marked {
      marks = List.copyOf(marks);
    }

    /// The points of the tests that passed.
    public int points() {
      return marks.stream().filter(Mark::passed).mapToInt(Mark::points).sum();
    }

    /// The points there are.
    public int of() {
      return marks.stream().mapToInt(Mark::points).sum();
    }

    /// Whether every test passed.
    public boolean passed() {
      return marks.stream().allMatch(Mark::passed);
    }
  }

  /// No test was run: there is something to mend first.
  ///
  /// @param complaints at least one, in the order of the file
  record Refused(Exercise exercise, List<Complaint> complaints) implements Verdict {
    public Refused {
      complaints = List.copyOf(complaints);
    }
  }
}
