package workbook.usecase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import workbook.Exercise;
import workbook.compile.SourceText;
import workbook.grade.Grader;
import workbook.io.AtomicFile;

/// Verdicts by what they depend on: the bytes of the answer, the exercise with its tests, the
/// workbook and the JDK. Safe for use by several threads, and by several processes.
final class VerdictCache {
  private final Path folder;
  private final Path home;
  private final Map<String, String> exercises = new ConcurrentHashMap<>();
  private final String grader;

  /// Those that are worth nothing the next time.
  private final Map<String, String> kept = new ConcurrentHashMap<>();

  /// @param folder where they are kept
  /// @param home the folder that holds `lessons/`
  VerdictCache(Path folder, Path home) throws IOException {
    this.folder = folder;
    this.home = home;
    grader = digest(classes(), Runtime.version().toString());
  }

  /// The folder of the workbook's classes, or the jar.
  private static Path classes() throws IOException {
    try {
      return Path.of(Grader.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IOException(impossible);
    }
  }

  String key(Exercise exercise, byte[] answer) throws IOException {
    try {
      var version =
          exercises.computeIfAbsent(
              exercise.name(),
              name -> {
                try {
                  return digest(home.resolve("lessons").resolve(exercise.room()), name);
                } catch (IOException unreadable) {
                  throw new UncheckedIOException(unreadable);
                }
              });
      return sha256(version + grader + SourceText.sha256(answer));
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }

  Optional<String> read(String key) throws IOException {
    if (kept.containsKey(key)) {
      return Optional.of(kept.get(key));
    }
    var file = file(key);
    return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
  }

  /// For this run only.
  void keep(String key, String json) {
    kept.put(key, json);
  }

  void write(String key, String json) throws IOException {
    var draft = folder.resolve(key + "-" + Thread.currentThread().threadId() + ".draft");
    AtomicFile.replace(file(key), draft, json);
  }

  private Path file(String key) {
    return folder.resolve(key + ".json");
  }

  /// A number for all sources or classes right in a folder and in those below it that matter; of a
  /// file, for its bytes.
  private static String digest(Path from, String more) throws IOException {
    var parts = new StringBuilder(more);
    try (var all = Files.walk(from)) {
      for (var file : all.filter(VerdictCache::matters).sorted().toList()) {
        parts.append('\n').append(from.relativize(file)).append(' ');
        parts.append(SourceText.sha256(Files.readAllBytes(file)));
      }
    }
    return sha256(parts.toString());
  }

  private static String sha256(String text) {
    return SourceText.sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /// A learner's own files, and what is not code, change no verdict.
  private static boolean matters(Path file) {
    return Files.isRegularFile(file)
        && file.toString().matches(".*\\.(java|class|jar|txt)")
        && !file.getParent().endsWith("exercise")
        && (file.toString().endsWith(".jar")
            || !file.toString().endsWith(".class")
            || file.toString().replace('\\', '/').contains("/workbook/"));
  }
}
