package workbook.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import book.Contents;
import book.Trap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.Exercise;
import workbook.compile.SourceAnnotations;
import workbook.report.Misconception;

/// What wrong answers may rest on is read from the book's own wrong answers.
@Tag("fast")
class KnownMistakesTest {
  private static final Path HERE = Path.of("");

  /// Some of them. An edition for students has none, nor this test.
  private static final Path TRAPS = Path.of("src/test/java/_03_races/traps/tally");

  @TempDir Path folder;

  @Test
  void everyTrapIsRead() throws Exception {
    assertTrue(Files.isDirectory(TRAPS));
    for (var lesson : Contents.LESSONS) {
      for (var exercise : lesson.exercises()) {
        var known = KnownMistakes.of(exercise, HERE);
        assertFalse(known.isEmpty(), exercise.name());
        assertEquals(compiled(exercise), known, exercise.name());
      }
    }
  }

  /// As the compiler reads them.
  private static List<Misconception> compiled(Exercise exercise) throws Exception {
    var room = exercise.room() + ".traps." + exercise.name().toLowerCase(Locale.ROOT);
    var traps = new ArrayList<Misconception>();
    try (var files = Files.list(Path.of("src/test/java", room.split("\\.")))) {
      for (var file : files.sorted().toList()) {
        var name = file.getFileName().toString().replace(".java", "");
        var type =
            Class.forName(room + "." + name, false, KnownMistakesTest.class.getClassLoader());
        var trap = type.getAnnotation(Trap.class);
        if (trap != null) {
          traps.add(new Misconception(trap.belief(), trap.fails(), trap.saying()));
        }
      }
    }
    return traps;
  }

  @Test
  void aBookWithoutWrongAnswersKnowsNone() throws IOException {
    var exercise = Contents.LESSONS.get(2).exercises().getFirst();
    assertEquals(List.of(), KnownMistakes.of(exercise, folder));
  }

  @Test
  void aTextThatIsJoinedIsOneText() throws IOException {
    var file =
        Files.writeString(folder.resolve("A.java"), "@X(a = \"1\" + \"2\", b = 3) class A {}");
    assertEquals(List.of(Map.of("a", "12")), SourceAnnotations.named("X", List.of(file)));
  }
}
