package _06_cpu.lab;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import workbook.Recorder;

/// Looks ten times a second how many cores a process keeps busy.
final class CpuUseWatch {
  static final String BUSY = "cores kept busy";
  private static final Duration WINDOW = Duration.ofMillis(100);

  private CpuUseWatch() {}

  /// Blocks until the process has done what is watched. The last window is left out, unless it is
  /// the only one: the process did not work for all of it.
  static void watch(ProcessHandle process, BooleanSupplier works, String who, Recorder record)
      throws InterruptedException {
    var millis = 0L;
    do {
      var began = System.nanoTime(); // before the look: whatever stops this thread, never too many
      var cpu = cpuNanos(process);
      Thread.sleep(WINDOW);
      var busy = (double) (cpuNanos(process) - cpu) / (System.nanoTime() - began);
      if (millis == 0 || works.getAsBoolean()) {
        record.sample(BUSY, "cores", who, millis, Math.max(0, busy));
      }
      millis += WINDOW.toMillis();
    } while (works.getAsBoolean());
  }

  /// The time of all its threads; 0 where the system does not tell, or the process has ended.
  private static long cpuNanos(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }
}
