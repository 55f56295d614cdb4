package _11_ipc;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a process says on which port it listens.
final class PortFile {
  private static final String NAME = "port";

  private PortFile() {}

  static void write(Path place, int port) throws IOException {
    var unfinished = Files.writeString(place.resolve(NAME + ".new"), "" + port);
    Files.move(unfinished, place.resolve(NAME), ATOMIC_MOVE); // whoever finds it, finds all of it
  }

  /// Blocks until the parent has written it, with a limit.
  static int await(Path place) throws IOException, InterruptedException {
    var file = place.resolve(NAME);
    Polling.until("listened", Polling.parent(), () -> Files.exists(file));
    return Integer.parseInt(Files.readString(file));
  }

  static void remove(Path place) throws IOException {
    Files.deleteIfExists(place.resolve(NAME + ".new"));
    Files.deleteIfExists(place.resolve(NAME));
  }
}
