package bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/// A copy of the lessons where the launcher looks for them: beside the folder it was built to. The
/// learner's own files stay what they are.
///
/// @param home the folder that holds it
record CopiedLessons(Path home) implements AutoCloseable {
  /// @param launcher the script `target/workbook`
  static CopiedLessons of(Path launcher) throws IOException {
    var copied = new CopiedLessons(launcher.toAbsolutePath().getParent().getParent());
    delete(copied.lessons()); // of a run that was killed
    copy(Path.of("lessons"), copied.lessons());
    return copied;
  }

  Path lessons() {
    return home.resolve("lessons");
  }

  @Override
  public void close() throws IOException {
    delete(lessons());
    delete(home.resolve(".workbook"));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  /// Deletes a folder with all that is in it, if it is there.
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path emptied, IOException problem)
              throws IOException {
            Files.delete(emptied);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
