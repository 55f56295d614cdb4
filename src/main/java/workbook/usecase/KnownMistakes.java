package workbook.usecase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import workbook.Exercise;
import workbook.compile.SourceAnnotations;
import workbook.report.Misconception;

/// What wrong answers to the book's exercises are known to rest on, as the book's own wrong answers
/// say: the classes in `src/test/java/ROOM/traps/EXERCISE`. A book without them knows nothing.
final class KnownMistakes {
  private static final Path TESTS = Path.of("src", "test", "java");

  private KnownMistakes() {}

  /// Blocks while the disk does.
  ///
  /// @param home the folder that holds `lessons/`
  static List<Misconception> of(Exercise exercise, Path home) throws IOException {
    var folder =
        home.resolve(TESTS)
            .resolve(exercise.room())
            .resolve("traps")
            .resolve(exercise.name().toLowerCase(Locale.ROOT));
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var all = Files.list(folder)) {
      var files = all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
      return SourceAnnotations.named("Trap", files).stream()
          .filter(trap -> trap.keySet().containsAll(List.of("belief", "fails", "saying")))
          .map(trap -> new Misconception(trap.get("belief"), trap.get("fails"), trap.get("saying")))
          .toList();
    }
  }
}
