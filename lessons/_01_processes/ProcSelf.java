package _01_processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What Linux tells a process about itself, as text in the folder `/proc/self`.
final class ProcSelf {
  private static final Path SELF = Path.of("/proc/self");
  private static final Path STATUS = SELF.resolve("status");

  static boolean exists() {
    return Files.exists(STATUS);
  }

  /// A number from the status file.
  ///
  /// @param name for example `VmRSS`, memory in KiB, or `Threads`, a count
  static long number(String name) throws IOException {
    try (var lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(name + ":"))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow(() -> new IOException("There is no " + name + " in " + STATUS + "."));
    }
  }

  /// The different names of all threads; `GC Thread#0` and `GC Thread#1` count as one.
  static List<String> threadNames() throws IOException {
    try (var tasks = Files.list(SELF.resolve("task"))) {
      return tasks
          .flatMap(task -> name(task).stream())
          .map(name -> name.replaceAll("[ #-]*\\d+$", ""))
          .distinct()
          .toList();
    }
  }

  /// What an open file is, for example `/dev/null` or `pipe:[4711]`.
  static Optional<String> openFile(int descriptor) throws IOException {
    var link = SELF.resolve("fd").resolve(Integer.toString(descriptor));
    return Files.isSymbolicLink(link)
        ? Optional.of(Files.readSymbolicLink(link).toString())
        : Optional.empty();
  }

  private static Optional<String> name(Path task) {
    try {
      return Optional.of(Files.readString(task.resolve("comm")).strip());
    } catch (IOException endedMeanwhile) {
      return Optional.empty();
    }
  }

  private ProcSelf() {}
}
