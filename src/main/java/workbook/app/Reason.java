package workbook.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/// Says in a few words why reading or writing failed.
final class Reason {
  private Reason() {}

  /// The reason without the file's name, which the exceptions of [java.nio.file] repeat.
  static String of(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "no permission";
    }
    var plain = failure instanceof FileSystemException system ? system.getReason() : null;
    return plain == null ? String.valueOf(failure.getMessage()) : plain;
  }
}
