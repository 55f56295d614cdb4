package workbook.course;

import java.time.Instant;

/// A Java file that somebody handed in, read once.
///
/// @param path where it was, with slashes: `ann/Tally.java`, or `ann.zip/src/Tally.java` for one
///   that was in an archive
/// @param bytes all of it, or one more than a file may have
/// @param changed when it was last changed, as its folder or archive says
public record HandedInFile(String path, byte[] bytes, Instant changed) {
  /// The last part of the path.
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
