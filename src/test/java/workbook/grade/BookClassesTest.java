package workbook.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a graded test needs of the book.
@Tag("fast")
class BookClassesTest {
  private static final String USES_CALLS = "workbook.explore.ConcurrentCallsTest";

  /// As where the start-up caches are made. Classes that refer to one another are met once.
  @Test
  void theTextsOfTheMachineMayBeElsewhere(@TempDir Path home) throws IOException {
    var compiled = Map.of("programs.OwnTest", bytes(USES_CALLS));
    var book = new BookClasses(OwnExercise.EXERCISE, home, compiled);
    assertTrue(book.classes().containsKey("programs.Total"));
    assertEquals(Map.of(), book.sources());
  }

  private static byte[] bytes(String type) throws IOException {
    var name = "/" + type.replace('.', '/') + ".class";
    try (var in = BookClassesTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
