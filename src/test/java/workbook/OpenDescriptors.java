package workbook;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The descriptors of this process, as `/proc` knows them.
public final class OpenDescriptors {
  private static final Path FOLDER = Path.of("/proc/self/fd");

  private OpenDescriptors() {}

  /// What the descriptors stand for, if it begins so, sorted: a file's path, or `socket:[4711]`.
  /// Skips the test where there is no `/proc/self/fd`.
  public static List<String> startingWith(String start) throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), "no " + FOLDER + ": nothing tells what is open");
    var targets = new ArrayList<String>();
    try (var descriptors = Files.list(FOLDER)) {
      for (var descriptor : descriptors.toList()) {
        if (Files.isSymbolicLink(descriptor)) { // the list's own is closed by now
          targets.add(Files.readSymbolicLink(descriptor).toString());
        }
      }
    }
    return targets.stream().filter(target -> target.startsWith(start)).sorted().toList();
  }
}
