package workbook.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.edition.CourseFiles;

/// A student edition of this very book. (A student edition has no such test.)
@Tag("fast")
class StudentEditionTest {
  private static final Path BOOK = Path.of("");

  @TempDir Path folder;

  @Test
  void noFileOfTheBookGivesAnAnswerAway() throws Exception {
    assertTrue(Files.exists(Path.of("lessons/_03_races/solution/Tally.java")));
    var out = folder.resolve("course");
    new StudentEdition(BOOK, List.of()).write(out);
    assertFalse(Files.exists(out.resolve("lessons/_03_races/solution")));
    assertTrue(Files.exists(out.resolve("lessons/_03_races/stub/Tally.java")));
  }

  /// Whoever adds one to them takes it from students.
  @Test
  void onlyTestsThatNeedAnswersAreLeftOut() throws Exception {
    var course = CourseFiles.of(BOOK, Set.of());
    var names = course.tests().keySet().stream().map(name -> name.replaceFirst(".*/", "")).toList();
    assertTrue(
        names.containsAll(
            List.of("Answers.java", "ExercisesTest.java", "StudentEditionTest.java")));
    assertTrue(names.size() < 30, names::toString);
    assertTrue(course.kept().containsKey("src/test/java/workbook/ArchitectureTest.java"));
  }

  @Test
  void theBookIsBuiltWithoutTheLearnersFiles() throws Exception {
    var needy =
        CourseFiles.of(BOOK, Set.of()).kept().entrySet().stream()
            .filter(file -> file.getKey().matches("lessons/[^/]+/(?!\\w+Test\\.).*\\.java"))
            .filter(file -> read(file.getValue()).matches("(?s).*\\bimport _\\w+\\.exercise\\..*"))
            .map(Map.Entry::getKey)
            .toList();
    assertEquals(List.of(), needy, "find the learner's class by its name, as CounterProgram does");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
