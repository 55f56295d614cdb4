package workbook.io;

import java.nio.file.Path;

/// Paths as a person types them.
public final class DisplayPath {
  private DisplayPath() {}

  /// Relative to the folder the person is in, where that is above the file; else absolute.
  public static String of(Path path) {
    var here = Path.of("").toAbsolutePath();
    var whole = path.toAbsolutePath().normalize();
    return (whole.startsWith(here) ? here.relativize(whole) : whole).toString();
  }
}
