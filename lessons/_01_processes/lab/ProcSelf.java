package _01_processes.lab;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import workbook.Recorder;

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

  /// Records how many files are open, and what the first three are, for example `/dev/null` or
  /// `pipe:[4711]`.
  static void openFiles(Recorder record) throws IOException {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
      record.fact("open files", Long.toString(unix.getOpenFileDescriptorCount()));
    }
    for (var descriptor = 0; descriptor <= 2; descriptor++) {
      var link = SELF.resolve("fd").resolve(Integer.toString(descriptor));
      if (Files.isSymbolicLink(link)) {
        record.fact("open file " + descriptor, Files.readSymbolicLink(link).toString());
      }
    }
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
