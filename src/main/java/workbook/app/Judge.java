package workbook.app;

import java.io.IOException;
import java.nio.file.Path;
import workbook.Exercise;
import workbook.grade.Grader;
import workbook.grade.Verdict;

/// Whoever grades files: a [Grader], or in tests somebody whose verdict is known beforehand.
interface Judge extends AutoCloseable {
  /// See [Grader#check].
  Verdict check(Exercise exercise, Path file) throws IOException, InterruptedException;

  /// See [Grader#replay].
  Verdict replay(Exercise exercise, Path file, String test, String schedule)
      throws IOException, InterruptedException;

  @Override
  void close();

  /// Finds judges.
  interface Court {
    /// @param home the folder that holds `lessons/`
    /// @param many whether there will be many files to judge, soon one after the other
    Judge judge(Path home, boolean many);
  }

  /// The judge who runs the graded tests.
  static Judge grading(Path home, boolean many) {
    var grader = many ? Grader.warm(home) : Grader.cold(home);
    return new Judge() {
      @Override
      public Verdict check(Exercise exercise, Path file) throws IOException, InterruptedException {
        return grader.check(exercise, file);
      }

      @Override
      public Verdict replay(Exercise exercise, Path file, String test, String schedule)
          throws IOException, InterruptedException {
        return grader.replay(exercise, file, test, schedule);
      }

      @Override
      public void close() {
        grader.close();
      }
    };
  }
}
