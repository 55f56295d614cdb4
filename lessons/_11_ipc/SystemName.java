package _11_ipc;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// Names of objects that the kernel keeps. Such an object outlives the processes that use it, so
/// its name is written down before it is made: whoever knows the place can remove it.
final class SystemName {
  private SystemName() {}

  /// A name that no other object has. It is short enough for every system.
  static String next(Path place) throws IOException {
    var pid = ProcessHandle.current().pid();
    var random = ThreadLocalRandom.current().nextInt(1 << 24);
    var name = "/workbook-%d-%06x".formatted(pid, random);
    Files.writeString(file(place), name + "\n", CREATE, APPEND);
    return name;
  }

  /// All that were chosen, in their order.
  static List<String> at(Path place) throws IOException {
    try {
      return Files.readAllLines(file(place));
    } catch (NoSuchFileException none) {
      return List.of();
    }
  }

  private static Path file(Path place) {
    return place.resolve("names");
  }
}
