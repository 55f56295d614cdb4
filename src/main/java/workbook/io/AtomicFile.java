package workbook.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writes files that are whole whatever happens: a crash or a full disk at any moment leaves the
/// old one or the new one.
public final class AtomicFile {
  private AtomicFile() {}

  /// Puts a text in place of a file, or makes the file.
  ///
  /// @param draft a file of the same disk that nobody needs; it is gone afterwards
  /// @throws IOException when that fails; the file is then as it was before
  public static void replace(Path file, Path draft, String text) throws IOException {
    try {
      try (var channel =
          FileChannel.open(
              draft,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        write(channel, text.getBytes(StandardCharsets.UTF_8));
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /// Copies a file to one that does not exist yet.
  ///
  /// @throws IOException when that fails; there is no copy then
  public static void copy(Path file, Path copy) throws IOException {
    var bytes = Files.readAllBytes(file);
    try (var channel =
        FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      try {
        write(channel, bytes);
        if (Files.mismatch(file, copy) >= 0) {
          throw new IOException("another program is changing it");
        }
      } catch (IOException incomplete) {
        Files.delete(copy);
        throw incomplete;
      }
    }
  }

  /// Returns when the disk has it.
  private static void write(FileChannel channel, byte[] bytes) throws IOException {
    var rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
    channel.force(true);
  }
}
