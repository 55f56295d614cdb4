package workbook.grade.worker;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/// A folder for the temporary files of one JVM, which may be killed before it deletes them itself.
public final class TempDirectory implements AutoCloseable {
  private static final String PREFIX = "workbook-grading";

  private final Path folder;

  public TempDirectory() throws IOException {
    this(Files.createTempDirectory(PREFIX));
  }

  private TempDirectory(Path folder) {
    this.folder = folder;
  }

  /// The folder of this JVM, which was started with the [#option] of another one; empty when it was
  /// not. To be asked before anybody else's code can change the answer.
  static Optional<TempDirectory> own() {
    var folder = Path.of(System.getProperty("java.io.tmpdir"));
    return folder.getFileName().toString().startsWith(PREFIX)
        ? Optional.of(new TempDirectory(folder))
        : Optional.empty();
  }

  /// The option that makes a JVM put its temporary files here.
  public String option() {
    return "-Djava.io.tmpdir=" + folder;
  }

  /// Deletes the folder and all that is in it; links are deleted, not followed.
  @Override
  public void close() throws IOException {
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
