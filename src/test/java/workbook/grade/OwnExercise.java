package workbook.grade;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import programs.Total;
import workbook.Exercise;
import workbook.sandbox.Sandbox;

/// A small exercise that is in no book, in a home of its own.
final class OwnExercise {
  static final Exercise EXERCISE = new Exercise("Own", "", Total.class);

  private static final String BEGINNING =
      """
      package programs;

      import static org.junit.jupiter.api.Assertions.assertEquals;

      import programs.exercise.Own;
      import org.junit.jupiter.api.DisplayName;
      import org.junit.jupiter.api.Test;
      import workbook.Graded;
      import workbook.explore.Explore;

      class OwnTest {
        private final Total own = new Own();

        @Test
        @DisplayName("one thread adds 3 and 4: the total is 7")
        @Graded(points = 1, read = "lesson 03")
        void oneThreadAdds() {
          own.add(3);
          own.add(4);
          assertEquals(7, own.total());
        }
      """;

  private static final String EXPLORED =
      """

        @Explore
        @DisplayName("two threads add one each: the total is 2")
        @Graded(points = 2, read = "lesson 03")
        void twoThreadsLoseNothing() throws InterruptedException {
          var other = Thread.ofPlatform().name("other").start(() -> own.add(1));
          own.add(1);
          other.join();
          assertEquals(2, own.total());
        }
      """;

  /// For code that ends by itself: on a slow machine it may compute for long.
  static final TestLimits LONG =
      new TestLimits(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1));

  private final Path home;
  private final TestLimits limits;
  private final Path file;

  OwnExercise(Path home, TestLimits limits) throws IOException {
    this.home = home;
    this.limits = limits;
    file = WorkerGrader.file(home, EXERCISE);
    Files.createDirectories(file.getParent());
    writeTest(BEGINNING + EXPLORED);
  }

  private void writeTest(String text) throws IOException {
    Files.writeString(file.resolveSibling("../OwnTest.java"), text + "}\n");
  }

  /// Grades the file that is there, as a program of its own.
  ///
  /// @param arguments the folder that holds `lessons/`
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var home = Path.of(arguments[0]);
    try (var grader = new WorkerGrader(home, LONG, WorkerPool.Use.ONCE)) {
      System.out.println(grader.check(EXERCISE, WorkerGrader.file(home, EXERCISE)));
    }
  }

  GradingResult check(String text) throws IOException, InterruptedException {
    return check(Files.writeString(file, text));
  }

  GradingResult check(Path other) throws IOException, InterruptedException {
    try (var grader = grader(WorkerPool.Use.AGAIN)) {
      return grader.check(EXERCISE, other);
    }
  }

  WorkerGrader grader(WorkerPool.Use use) {
    return new WorkerGrader(home, limits, use);
  }

  GradingResult check(WorkerGrader grader, String text) throws IOException, InterruptedException {
    return grader.check(EXERCISE, Files.writeString(file, text));
  }

  /// What the first test says, when it is the only one: the other often needs a JVM of its own.
  TestResult first(String text) throws IOException, InterruptedException {
    writeTest(BEGINNING);
    try {
      return marked(text).results().getFirst();
    } finally {
      writeTest(BEGINNING + EXPLORED);
    }
  }

  /// The same in a sandbox.
  TestResult first(String text, Sandbox sandbox) throws IOException, InterruptedException {
    writeTest(BEGINNING);
    try (var grader = new WorkerGrader(home, limits, WorkerPool.Use.AGAIN, sandbox, false)) {
      var result = check(grader, text);
      return assertInstanceOf(GradingResult.Scored.class, result, result::toString)
          .results()
          .getFirst();
    }
  }

  /// The verdict, which must not be a refusal.
  GradingResult.Scored marked(String text) throws IOException, InterruptedException {
    var result = check(text);
    return assertInstanceOf(GradingResult.Scored.class, result, result::toString);
  }
}
