package workbook.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a learner has of the lessons and exercises: the rooms, hints and stubs.
final class LearnersFolder {
  private LearnersFolder() {}

  /// Copies it from this project.
  static void lay(Path home) throws IOException {
    try (var files = Files.walk(Path.of("lessons"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var folder = file.getParent().getFileName().toString();
        if (file.toString().endsWith(".md") || folder.equals("stub") || folder.startsWith("_")) {
          Files.createDirectories(home.resolve(file).getParent());
          Files.copy(file, home.resolve(file));
        }
      }
    }
  }
}
