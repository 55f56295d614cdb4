package _01_processes.lab;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import workbook.Findings;
import workbook.Observations;
import workbook.Recorder;

/// The threads and the memory of this process, as Java and as the system see them.
final class ResourceUsage {
  static final String MEMORY = "memory";
  static final String THREADS = "threads counted";

  private static final String JAVA = "Java";
  private static final String SYSTEM = "operating system";
  private static final String RESERVED = "addresses reserved";
  private static final String PRESENT = "present in RAM";
  private static final String OBJECTS = "used by Java objects";
  private static final double MIB = 1048576.0;

  static void measure(Recorder record) throws IOException {
    if (ProcSelf.exists()) {
      record.sample(MEMORY, "MiB", RESERVED, ProcSelf.number("VmSize") / 1024.0);
      record.sample(MEMORY, "MiB", PRESENT, ProcSelf.number("VmRSS") / 1024.0);
    }
    var used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    record.sample(MEMORY, "MiB", OBJECTS, used / MIB);
  }

  static void count(Recorder record) throws IOException {
    var counted = ManagementFactory.getThreadMXBean().getThreadCount();
    record.sample(THREADS, "", JAVA, counted);
    if (ProcSelf.exists()) {
      record.sample(THREADS, "", SYSTEM, ProcSelf.number("Threads"));
      record.fact("threads by name", String.join(", ", ProcSelf.threadNames()));
    } else {
      record.note("The system's view was skipped: there is no /proc on this machine.");
    }
  }

  /// @param array how many MiB are in one array
  static Findings findings(int array, Observations seen) {
    var javas = Readings.median(seen, THREADS, JAVA);
    var systems = Readings.median(seen, THREADS, SYSTEM);
    var objects = Readings.median(seen, MEMORY, OBJECTS);
    var findings =
        systems > 0
            ? Findings.answer("%.0f".formatted(systems))
            : Findings.cannotTell("Only Linux's /proc tells. Try it on Linux, or read on.");
    findings =
        findings.claim(
            "The array is part of the process's memory.",
            objects >= array,
            "%d MiB array, %,.0f MiB of objects".formatted(array, objects));
    if (systems == 0) {
      return findings;
    }
    var reserved = Readings.median(seen, MEMORY, RESERVED);
    var present = Readings.median(seen, MEMORY, PRESENT);
    return findings
        .claim(
            "The system counts more threads than Java.",
            systems > javas,
            "system %.0f, Java %.0f".formatted(systems, javas))
        .claim(
            "Less memory is in RAM than was reserved.",
            present < reserved,
            "%,.0f of %,.0f MiB".formatted(present, reserved));
  }

  private ResourceUsage() {}
}
