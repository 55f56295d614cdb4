package workbook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The files of the [TestBook]'s exercise Hello, in a home of the test's own.
public final class TestExercise {
  static final String BEGINNING =
      """
      package _01_alpha.exercise;

      public final class Hello implements _01_alpha.Greeter {
        @Override
        public String greet() {
          return ""; // TODO: who is there?
        }
      }
      """;

  public static final String SOLUTION =
      BEGINNING
          .replace(".exercise;", ".solution;")
          .replace("\"\"; // TODO: who is there?", "\"hello\";");

  private TestExercise() {}

  /// The learner's file.
  static Path file(Path home) {
    return home.resolve("lessons/_01_alpha/exercise/Hello.java");
  }

  /// Puts the book's files there, but not the learner's.
  public static void lay(Path home) throws IOException {
    var room = home.resolve("lessons/_01_alpha");
    for (var name : new String[] {"Hello", "HelloAgain"}) {
      write(room.resolve("stub/" + name + ".java"), BEGINNING.replace(".exercise;", ".stub;"));
      write(room.resolve("solution/" + name + ".java"), SOLUTION);
      write(
          room.resolve(name + ".md"),
          """
          # Hello: somebody is at the door

          Keep the promise of [Greeter](Greeter.java), and read [this](../README.md#top).
          """);
      write(
          room.resolve("hints/" + name + ".md"),
          """
          # Hints to Hello

          1. What do people say?
          2. They say it in one word:
             ```text
             five
               letters
             ```
          3. It begins with an h.
          """);
      write(
          room.resolve("solution/" + name + ".md"),
          """
          # Hello: right answers side by side

          One can also say it twice.
          """);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /// Puts the graded test there, too.
  static void layTheTest(Path home) throws IOException {
    write(
        home.resolve("lessons/_01_alpha/HelloTest.java"),
        """
        package _01_alpha;

        import static org.junit.jupiter.api.Assertions.assertEquals;

        import _01_alpha.exercise.Hello;
        import org.junit.jupiter.api.DisplayName;
        import org.junit.jupiter.api.Test;
        import workbook.Graded;

        class HelloTest {
          @Test
          @DisplayName("it greets")
          @Graded(points = 10, read = "lesson 01")
          void greets() {
            assertEquals("hello", new Hello().greet(), "the greeting");
          }
        }
        """);
  }

  /// Writes the learner's file.
  public static void save(Path home, String text) throws IOException {
    write(file(home), text);
  }
}
