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
  /// Of several processes together; empty where the system doesn't tell, as only Linux does, or
  /// when one has ended.
  static Optional<ProcessMemory> of(List<Long> processes) {
    try {
      var sum = new ProcessMemory(0, 0);
      for (var pid : processes) {
        var lines = Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup"));
        sum = sum.plus(new ProcessMemory(kib("Rss:", lines), kib("Pss:", lines)));
      }
      return Optional.of(sum);
    } catch (IOException notHere) {
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
