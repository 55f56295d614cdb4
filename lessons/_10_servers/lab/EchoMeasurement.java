package _10_servers.lab;

import _10_servers.Design;
import _10_servers.ServerThread;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.HdrHistogram.Histogram;
import workbook.Recorder;

/// One design is asked by so many clients.
final class EchoMeasurement {
  private final Design design;
  private final int connections;
  private final Recorder record;

  private EchoMeasurement(Design design, int connections, Recorder record) {
    this.design = design;
    this.connections = connections;
    this.record = record;
  }

  /// @param time for each of two measurements: flat out, and at a steady rate
  static void of(Design design, int connections, Duration time, int perSecond, Recorder record)
      throws Exception {
    var measured = new EchoMeasurement(design, connections, record);
    var served = design.servedAtOnce(connections);
    try (var server = ServerThread.start(design);
        var load = new LoadGenerator(server.address(), connections, served)) {
      var before = Cpu.now();
      measured.flatOut(load.flatOut(time), before, Cpu.now());
      measured.waits(load.paced(perSecond, time));
      measured.clients(load.group);
    }
  }

  /// CPU time in nanoseconds: of the clients, who share the calling thread, and of this JVM.
  private record Cpu(long clients, long everybody) {
    static Cpu now() {
      var jvm = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
      return new Cpu(
          ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime(), jvm.getProcessCpuTime());
    }
  }

  private void flatOut(double answers, Cpu before, Cpu after) {
    var clients = Math.max(1, after.clients - before.clients);
    // The clock of the JVM ticks every 10 ms; that of the thread is finer.
    var everybody = Math.max(clients, after.everybody - before.everybody);
    sample(EchoQuantities.ANSWERS, "1/s", answers);
    sample(EchoQuantities.SHARE, "%", 100.0 * clients / everybody);
  }

  private void waits(Histogram waits) {
    sample(EchoQuantities.MEDIAN, "ms", waits.getValueAtPercentile(50) / 1e6);
    sample(EchoQuantities.TAIL, "ms", waits.getValueAtPercentile(99) / 1e6);
  }

  private void clients(ClientGroup group) {
    sample(
        EchoQuantities.SERVED,
        "clients",
        group.clients.stream().filter(each -> each.answers > 0).count());
    sample(EchoQuantities.CONTENT, "clients", group.answered());
    sample(
        EchoQuantities.WRONG,
        "answers",
        group.clients.stream().mapToLong(each -> each.wrongAnswers).sum());
  }

  private void sample(String quantity, String unit, double value) {
    record.sample(quantity, unit, EchoQuantities.name(design), connections, value);
  }
}
