package workbook.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Says in a few words why reading or writing failed.
public final class IoErrors {
  private IoErrors() {}

  /// The reason without the file's name, which the exceptions of [java.nio.file] repeat.
  public static String of(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "no permission";
    }
    if (failure instanceof NoSuchFileException missing) {
      var above = Path.of(missing.getFile()).toAbsolutePath().getParent();
      return above != null && Files.isDirectory(above)
          ? "it doesn't exist, and can't be created" // as in /proc
          : "its folder no longer exists";
    }
    var plain = failure instanceof FileSystemException system ? system.getReason() : null;
    return plain == null ? String.valueOf(failure.getMessage()) : plain;
  }
}
