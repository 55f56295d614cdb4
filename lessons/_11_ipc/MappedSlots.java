package _11_ipc;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that both processes map into their memory.
final class MappedSlots {
  private MappedSlots() {}

  /// @param arena takes it from this process when it is closed
  static MemorySegment map(Path place, Arena arena) throws IOException {
    try (var channel = FileChannel.open(file(place), CREATE, READ, WRITE)) {
      return channel.map(FileChannel.MapMode.READ_WRITE, 0, SlotMechanism.BYTES, arena);
    }
  }

  static void remove(Path place) throws IOException {
    Files.deleteIfExists(file(place));
  }

  private static Path file(Path place) {
    return place.resolve("slots");
  }
}
