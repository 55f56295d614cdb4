package _06_cpu.lab;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/// How long a job took, and for how long this JVM's threads worked meanwhile.
///
/// @param cpuSeconds of all threads together, in steps of 10 ms on Linux
record Measurement<T>(T result, double seconds, double cpuSeconds) {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  static <T> Measurement<T> of(Callable<T> job) throws Exception {
    var cpu = SYSTEM.getProcessCpuTime();
    var began = System.nanoTime();
    var result = job.call();
    var nanos = System.nanoTime() - began;
    return new Measurement<>(result, nanos / 1e9, (SYSTEM.getProcessCpuTime() - cpu) / 1e9);
  }
}
