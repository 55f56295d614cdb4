package _02_threads.lab;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/// The memory that this process occupies.
final class ResidentMemory {
  private static final File STATUS = new File("/proc/self/status"); // Linux only, see proc(5)

  private ResidentMemory() {}

  /// How much it is now; empty where that cannot be read.
  static OptionalLong kibibytes() {
    if (!STATUS.exists()) {
      return OptionalLong.empty();
    }
    try (var status = new BufferedReader(new FileReader(STATUS, StandardCharsets.UTF_8))) {
      return status
          .lines()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
