package _10_servers;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;

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

  /// How many bytes its objects have in memory, without garbage. Collects that first.
  public static long memory() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
