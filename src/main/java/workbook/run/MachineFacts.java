package workbook.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import workbook.Machine;

/// Finds out what machine this is.
public final class MachineFacts {
  private MachineFacts() {}

  /// Reads the facts now. Takes some milliseconds.
  public static Machine read() {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    var load = system.getSystemLoadAverage();
    return new Machine(
        Cpu.NAME,
        Runtime.getRuntime().availableProcessors(),
        system.getTotalMemorySize(),
        Runtime.version() + ", " + System.getProperty("java.vendor"),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        load < 0 ? -1 : load);
  }

  /// The processor, looked up once.
  private static final class Cpu {
    static final String NAME =
        linux().or(Cpu::mac).or(Cpu::windows).orElse(System.getProperty("os.arch"));

    private static Optional<String> linux() {
      try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
        return lines
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst();
      } catch (IOException notLinux) {
        return Optional.empty();
      }
    }

    private static Optional<String> mac() {
      var program = new ProcessBuilder("sysctl", "-n", "machdep.cpu.brand_string");
      try {
        var process = program.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var name = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        return Optional.of(name).filter(some -> !some.isEmpty());
      } catch (IOException notMac) {
        return Optional.empty();
      }
    }

    private static Optional<String> windows() {
      return Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER"));
    }
  }
}
