package _10_servers;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;

/// What this process uses of the machine.
public final class ProcessResources {
  private static final OperatingSystemMXBean SYSTEM = ManagementFactory.getOperatingSystemMXBean();

  /// Descriptors that the JVM may need for itself.
  private static final int SPARE = 50;

  private ProcessResources() {}

  /// How many descriptors it has; 0 where the system does not tell.
  public static long descriptors() {
    return SYSTEM instanceof UnixOperatingSystemMXBean unix ? unix.getOpenFileDescriptorCount() : 0;
  }

  /// How many connections with itself it can still open; each takes two descriptors.
  public static long connectionsLeft() {
    return SYSTEM instanceof UnixOperatingSystemMXBean unix
        ? (unix.getMaxFileDescriptorCount() - descriptors() - SPARE) / 2
        : Long.MAX_VALUE;
  }

  /// How often it has read or written something, system calls; 0 where the system does not tell.
  ///
  /// @throws IOException if that can't be read, though it's there
  public static long calls() throws IOException {
    var io = Path.of("/proc/self/io");
    if (!Files.isReadable(io)) {
      return 0;
    }
    return Files.readAllLines(io).stream()
        .filter(line -> line.startsWith("sysc")) // syscr, syscw
        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)))
        .sum();
  }

  /// How many bytes its objects have in memory, without garbage. Collects that first.
  public static long memory() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
