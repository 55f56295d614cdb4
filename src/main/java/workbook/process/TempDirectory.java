package workbook.process;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A folder for the temporary files of one JVM. Both delete it when they end: that JVM, and the one
/// that has started it. Either may be killed, or not have got far enough to notice its end.
public final class TempDirectory implements AutoCloseable {
  private static final String PREFIX = "workbook-jvm-";
  private static final String PROPERTY = "java.io.tmpdir";
  private static final int ATTEMPTS = 10;

  /// Those that this JVM has made and not yet deleted.
  private static final Set<TempDirectory> OPEN = ConcurrentHashMap.newKeySet();

  static {
    var hook = new Thread(() -> OPEN.forEach(TempDirectory::close));
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private final Path folder;

  /// Makes a new one.
  public TempDirectory() throws IOException {
    this(Files.createTempDirectory(shared(), PREFIX));
    OPEN.add(this);
  }

  private TempDirectory(Path folder) {
    this.folder = folder;
  }

  /// The folder of this JVM, which was started with the [#option] of another one; empty when it was
  /// not. To be asked before anybody else's code can change the answer.
  static Optional<TempDirectory> own() {
    var folder = current();
    return folder.getFileName().toString().startsWith(PREFIX)
        ? Optional.of(new TempDirectory(folder))
        : Optional.empty();
  }

  /// The folder for the temporary files of all programs, also in a JVM that has one of its own.
  /// What lies here is still found when this JVM was killed.
  public static Path shared() {
    return own().map(own -> own.folder.getParent()).orElseGet(TempDirectory::current);
  }

  private static Path current() {
    return Path.of(System.getProperty(PROPERTY)).toAbsolutePath();
  }

  public Path path() {
    return folder;
  }

  /// The option that makes a JVM put its temporary files here.
  public String option() {
    return "-D" + PROPERTY + "=" + folder;
  }

  /// Deletes the folder and all that is in it; links are deleted, not followed. Does nothing where
  /// there is none. Tries a few times when somebody writes there right now; what then is left is
  /// the system's to delete, as all temporary files are.
  @Override
  public void close() {
    OPEN.remove(this);
    delete(folder);
  }

  /// Deletes any folder and all that is in it, as [#close] does.
  public static void delete(Path folder) {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        Files.walkFileTree(folder, new Deletion());
        return;
      } catch (DirectoryNotEmptyException somebodyWrites) {
        Thread.onSpinWait();
      } catch (IOException forbidden) {
        return;
      }
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
      if (problem instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw problem;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path emptied, IOException problem)
        throws IOException {
      Files.deleteIfExists(emptied);
      return FileVisitResult.CONTINUE;
    }
  }
}
