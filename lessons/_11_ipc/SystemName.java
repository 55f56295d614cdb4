package _11_ipc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// The name of an object of the kernel's. Such an object outlives the processes that use it, so its
/// name is written down before there is one: whoever knows the place can remove it.
final class SystemName {
  private SystemName() {}

  /// A name that no other has. With an ending of three characters it is short enough for all
  /// systems.
  static String choose(Path place) throws IOException {
    var name =
        "/workbook-%d-%04x"
            .formatted(ProcessHandle.current().pid(), ThreadLocalRandom.current().nextInt(1 << 16));
    Files.writeString(file(place), name);
    return name;
  }

  static String at(Path place) throws IOException {
    return Files.readString(file(place));
  }

  /// One, or none where no name was chosen.
  static List<String> ifAt(Path place) throws IOException {
    return Files.exists(file(place)) ? List.of(at(place)) : List.of();
  }

  private static Path file(Path place) {
    return place.resolve("name");
  }
}
