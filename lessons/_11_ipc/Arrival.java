package _11_ipc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file says that the child has opened whatever it needs.
final class Arrival {
  private Arrival() {}

  /// Blocks, a minute at most.
  static void await(Path place, Process child) throws IOException, InterruptedException {
    Polling.until("was there", child.toHandle(), () -> Files.exists(file(place)));
  }

  static void tell(Path place) throws IOException {
    Files.createFile(file(place));
  }

  private static Path file(Path place) {
    return place.resolve("child-is-here");
  }
}
