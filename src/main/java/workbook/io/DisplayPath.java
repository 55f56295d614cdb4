package workbook.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Paths as a person types them.
public final class DisplayPath {
  private DisplayPath() {}

  /// Relative to the folder the person is in, where that is above the file; else absolute.
  public static String of(Path path) {
    var here = Path.of("").toAbsolutePath();
    var whole = path.toAbsolutePath().normalize();
    return (whole.startsWith(here) && isWhereThePersonIs(here) ? here.relativize(whole) : whole)
        .toString();
  }

  /// Maven starts this JVM in the folder of the book, wherever the person is.
  private static boolean isWhereThePersonIs(Path here) {
    try {
      var shell = System.getenv("PWD");
      return shell == null
          || !Files.exists(Path.of(shell))
          || Files.isSameFile(Path.of(shell), here);
    } catch (IOException | InvalidPathException unknown) {
      return true;
    }
  }
}
