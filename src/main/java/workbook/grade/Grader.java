package workbook.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import workbook.Exercise;
import workbook.explore.engine.Schedule;

/// Grades a learner's file. The file is only ever read.
///
/// Not for several threads at once.
public final class Grader implements AutoCloseable {
  private final Path home;
  private final Exams exams;
  private final Compiler compiler = new Compiler();

  Grader(Path home, Limits limits, Exams.Use use) {
    this.home = home;
    exams = new Exams(home, limits, use);
  }

  /// A grader for one check.
  ///
  /// @param home the folder that holds `lessons/`
  public static Grader cold(Path home) {
    return new Grader(home, Limits.DEFAULT, Exams.Use.ONCE);
  }

  /// A grader for many checks, which keeps a JVM ready for the next.
  ///
  /// @param home the folder that holds `lessons/`
  public static Grader warm(Path home) {
    return new Grader(home, Limits.DEFAULT, Exams.Use.ONCE_AND_SPARE);
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
    Schedule.parse(schedule);
    return grade(exercise, file, test, schedule);
  }

  private Verdict grade(Exercise exercise, Path file, String only, String schedule)
      throws IOException, InterruptedException {
    var handed = Handed.read(exercise, file);
    if (handed.complaint().isPresent()) {
      return new Verdict.Refused(exercise, List.of(handed.complaint().get()));
    }
    exams.prepare();
    var name = file.getFileName().toString();
    var compiled = compiler.compile(exercise, handed.text(), name, test(exercise));
    if (!compiled.complaints().isEmpty()) {
      return new Verdict.Refused(exercise, compiled.complaints());
    }
    var answer = compiled.answer();
    var tasks =
        Paper.read(answer.classes().get(exercise.test())).tests().stream()
            .filter(task -> only.isEmpty() || only.equals(task.name()))
            .toList();
    if (tasks.isEmpty()) {
      throw new IllegalArgumentException(exercise.name() + " has no graded test " + only + ".");
    }
    if (!schedule.isEmpty() && !tasks.getFirst().explored()) {
      throw new IllegalArgumentException(only + " is no test of schedules.");
    }
    return new Verdict.Marked(exercise, exams.judge(exercise, answer, tasks, schedule));
  }

  /// Does in this JVM, and without any guard, what the JVM of an exam does with a file: for the
  /// [workbook.run.AotCache], with a file that is known to be harmless.
  public void rehearse(Exercise exercise, Path file) throws IOException, InterruptedException {
    var text = Handed.read(exercise, file).text();
    var name = file.getFileName().toString();
    var answer = compiler.compile(exercise, text, name, test(exercise)).answer();
    var tasks = Paper.read(answer.classes().get(exercise.test())).tests();
    var names = tasks.stream().map(Paper.Task::name).toList();
    var order = new Order(new byte[1], answer, exercise.test(), exercise.room(), names, "");
    var exam = new Exam();
    exam.rehearse();
    var seal = new Seal(order.key());
    for (var test : names) {
      seal.line(new Report.Ended(test, exam.run(order, test), 0, false));
    }
  }

  private String test(Exercise exercise) throws IOException {
    var file = home.resolve("lessons").resolve(exercise.test().replace('.', '/') + ".java");
    try {
      return Files.readString(file);
    } catch (IOException missing) {
      throw new IOException("The graded test cannot be read: " + file + ".", missing);
    }
  }

  @Override
  public void close() {
    exams.close();
    compiler.close();
  }
}
