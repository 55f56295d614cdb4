package _01_processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import workbook.process.TempDirectory;

/// The files that this process has made, or has opened, since this object was made: some that
/// nobody deletes or closes.
public final class LeftFiles {
  /// So many more or less may be the JVM's own.
  public static final int SOME = 16;

  private static final Path OPEN = Path.of("/proc/self/fd");

  private final Set<Path> before = temporary();
  private final int openBefore = open();

  public LeftFiles() throws IOException {}

  /// The temporary files of this JVM, where it has a folder of its own for them.
  private static Set<Path> temporary() throws IOException {
    var own = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    return own.equals(TempDirectory.shared()) ? new TreeSet<>() : in(own);
  }

  /// How many files, folders and pipes are open; 0 where the system does not tell.
  private static int open() throws IOException {
    return Files.isDirectory(OPEN) ? in(OPEN).size() : 0;
  }

  private static Set<Path> in(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /// Fails if a temporary file is there that wasn't there before.
  public void assertNoneIsThere() throws IOException {
    var files = temporary();
    files.removeAll(before);
    assertEquals(0, files.size(), "temporary files that stay behind");
  }

  /// Fails if [#SOME] more are open than before. Blocks until nobody is left who could close one.
  public void assertFewAreOpen(String what) throws Exception {
    if (!Standstill.comesAfter(this::fewAreOpen, Duration.ZERO)) {
      fail(what + ", and each has left something open: a file, a folder or a pipe");
    }
  }

  private boolean fewAreOpen() {
    try {
      return open() < openBefore + SOME;
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
