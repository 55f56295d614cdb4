package workbook.grade;

import java.io.IOException;
import java.nio.file.Path;
import workbook.Exercise;
import workbook.sandbox.Sandbox;

/// Grades a learner's file. The file is only ever read.
///
/// Not for several threads at once.
public interface Grader extends AutoCloseable {
  /// Compiles a file and runs the graded tests on it. Blocks until the result is there: a second
  /// for most, and never longer than the limits of the tests, which end every test.
  ///
  /// @throws IOException with one plain sentence when the workbook itself cannot grade: its graded
  ///   test is missing, or no JVM can be started
  GradingResult check(Exercise exercise, Path file) throws IOException, InterruptedException;

  /// The same for a file that somebody else has read: one of an archive, for example.
  ///
  /// @param file what it is called; it need not be there
  /// @param bytes all of it
  GradingResult check(Exercise exercise, Path file, byte[] bytes)
      throws IOException, InterruptedException;

  /// The same for one test that is explored, under one schedule.
  ///
  /// @param test a method of the graded test
  /// @param schedule from an earlier result's trace
  /// @throws IllegalArgumentException with one plain sentence when there is no such test, or the
  ///   schedule is none
  GradingResult replay(Exercise exercise, Path file, String test, String schedule)
      throws IOException, InterruptedException;

  /// Ends the JVMs it has started.
  @Override
  void close();

  /// Opens graders; in tests, graders whose results are known beforehand.
  @FunctionalInterface
  interface Factory {
    /// @param home the folder that holds `lessons/`
    /// @param many whether there will be many files to grade, soon one after the other
    Grader open(Path home, boolean many);

    /// A grader for many files of other people.
    ///
    /// @param sandbox what their code runs in
    default Grader open(Path home, Sandbox sandbox) {
      return open(home, true);
    }

    /// The strongest sandbox for graders of this kind that works here. Starts JVMs to find out, and
    /// blocks until they have ended.
    default Sandbox strongest() throws InterruptedException {
      return Sandbox.NONE;
    }
  }
}
