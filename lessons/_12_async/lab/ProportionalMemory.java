package _12_async.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// The memory of this process and of those that it started. What several processes share is divided
/// among them ("proportional set size"). Linux only, see proc(5).
final class ProportionalMemory {
  private ProportionalMemory() {}

  /// Empty where it cannot be read.
  static OptionalLong kibibytes() {
    var self = ProcessHandle.current();
    try {
      var sum = 0L;
      for (var process : Stream.concat(Stream.of(self), self.descendants()).toList()) {
        sum += kibibytes(process.pid());
      }
      return OptionalLong.of(sum);
    } catch (IOException | UncheckedIOException notThisSystem) {
      return OptionalLong.empty();
    }
  }

  private static long kibibytes(long pid) throws IOException {
    try (var lines = Files.lines(Path.of("/proc/%d/smaps_rollup".formatted(pid)))) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    }
  }
}
