package _10_servers.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The memory of processes, in KiB.
///
/// @param resident all pages that they have in memory. What several share is counted for each
/// @param proportional the same, but a page that several share is divided among them
record ProcessMemory(long resident, long proportional) {
  /// Of several processes together, as far as they run; empty where the system doesn't tell: only
  /// Linux does.
  static Optional<ProcessMemory> of(List<Long> processes) {
    return processes.stream().flatMap(pid -> of(pid).stream()).reduce(ProcessMemory::plus);
  }

  private static Optional<ProcessMemory> of(long pid) {
    try {
      var lines = Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup"));
      return Optional.of(new ProcessMemory(kib("Rss:", lines), kib("Pss:", lines)));
    } catch (IOException goneOrNotLinux) {
      return Optional.empty();
    }
  }

  private ProcessMemory plus(ProcessMemory other) {
    return new ProcessMemory(resident + other.resident, proportional + other.proportional);
  }

  /// From a line such as `Pss: 21684 kB`.
  private static long kib(String name, List<String> lines) throws IOException {
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow(() -> new IOException("no " + name));
  }
}
