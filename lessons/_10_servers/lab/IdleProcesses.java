package _10_servers.lab;

import _10_servers.IdleProcess;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import workbook.process.CompletedProcess;
import workbook.process.JavaProcess;

/// JVMs that do nothing. They end when this is closed, or this process ends.
final class IdleProcesses implements AutoCloseable {
  private final List<Process> all = new ArrayList<>();

  /// Starts so many more, and blocks until they run.
  void start(int more) throws IOException {
    var started = new ArrayList<Process>();
    for (var n = 0; n < more; n++) {
      var jvm = JavaProcess.builder(IdleProcess.class).redirectError(Redirect.DISCARD).start();
      all.add(jvm);
      started.add(jvm);
    }
    for (var jvm : started) {
      if (!"ready".equals(jvm.inputReader().readLine())) {
        throw new IOException("A JVM didn't start.");
      }
    }
  }

  List<Long> ids() {
    return all.stream().map(Process::pid).toList();
  }

  @Override
  public void close() {
    all.forEach(CompletedProcess::end);
  }
}
