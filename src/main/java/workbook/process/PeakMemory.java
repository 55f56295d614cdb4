package workbook.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The most memory that this process has ever had at a time: heap, classes, stacks, what native
/// code took, and the parts of mapped files that were read. Linux counts it, see
/// proc_pid_status(5).
public final class PeakMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String LINE = "VmHWM:";

  private PeakMemory() {}

  /// In megabytes; 0 where the system does not tell.
  public static long megabytes() {
    try (var lines = Files.lines(STATUS, ISO_8859_1)) {
      return lines
          .filter(line -> line.startsWith(LINE))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
          .findFirst()
          .orElse(0);
    } catch (IOException notLinux) {
      return 0;
    }
  }
}
