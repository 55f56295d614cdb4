package workbook.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// Says in a few words why reading or writing failed.
final class Reason {
  private Reason() {}

  /// The reason without the file's name, which the exceptions of [java.nio.file] repeat.
  static String of(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "no permission";
    }
    if (failure instanceof NoSuchFileException) {
      return "its folder is gone";
    }
    var plain = failure instanceof FileSystemException system ? system.getReason() : null;
    return plain == null ? String.valueOf(failure.getMessage()) : plain;
  }
}
