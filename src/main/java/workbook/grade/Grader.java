package workbook.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import workbook.Exercise;

/// Grades a learner's file. The file is only ever read.
///
/// Not for several threads at once.
public final class Grader implements AutoCloseable {
  private final Path home;
  private final Compiler compiler = new Compiler();

  private Grader(Path home) {
    this.home = home;
  }

  /// A grader for one check.
  ///
  /// @param home the folder that holds `lessons/`
  public static Grader cold(Path home) {
    return new Grader(home);
  }

  /// A grader for many checks, which keeps a JVM ready for the next.
  ///
  /// @param home the folder that holds `lessons/`
  public static Grader warm(Path home) {
    return new Grader(home);
  }

  /// Where the learner's file of an exercise is.
  public static Path file(Path home, Exercise exercise) {
    return home.resolve("lessons")
        .resolve(exercise.room())
        .resolve("exercise")
        .resolve(exercise.name() + ".java");
  }

  /// Compiles a file and runs the graded tests on it. Blocks until the verdict is there: a second
  /// for most, and never longer than the limits of the tests, which end every test.
  ///
  /// @throws IOException with one plain sentence when the workbook itself cannot grade: its graded
  ///   test is missing, or no JVM can be started
  public Verdict check(Exercise exercise, Path file) throws IOException, InterruptedException {
    return grade(exercise, file, "", "");
  }

  /// The same for one test that is explored, under one schedule.
  ///
  /// @param test a method of the graded test
  /// @param schedule from an earlier verdict's trace
  /// @throws IllegalArgumentException with one plain sentence when there is no such test, or the
  ///   schedule is none
  public Verdict replay(Exercise exercise, Path file, String test, String schedule)
      throws IOException, InterruptedException {
    return grade(exercise, file, test, schedule);
  }

  private Verdict grade(Exercise exercise, Path file, String only, String schedule)
      throws IOException {
    var compiled =
        compiler.compile(exercise, Files.readString(file), Files.readString(test(exercise)));
    if (!compiled.complaints().isEmpty()) {
      return new Verdict.Refused(exercise, compiled.complaints());
    }
    return new Verdict.Marked(exercise, marks(exercise, compiled.answer(), only, schedule));
  }

  static List<Mark> marks(Exercise exercise, Answer answer, String only, String schedule) {
    var paper = Paper.read(answer.classes().get(exercise.test()));
    var exam = new Exam(exercise.room() + ".exercise");
    try {
      var tests = Class.forName(exercise.test(), false, new AnswerLoader(answer));
      return paper.tests().stream()
          .filter(task -> only.isEmpty() || only.equals(task.name()))
          .map(task -> task.marked(exam.run(tests, task.name(), schedule), ""))
          .toList();
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Path test(Exercise exercise) {
    return home.resolve("lessons").resolve(exercise.test().replace('.', '/') + ".java");
  }

  @Override
  public void close() {
    compiler.close();
  }
}
