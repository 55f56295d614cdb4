package _12_async;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import workbook.process.CompletedProcess;
import workbook.process.JavaProcess;

/// Several processes that run [Job]. Closing ends those that have not ended, by force.
final class JobProcesses implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(2); // longer only when one hangs

  private final List<Process> all = new ArrayList<>();

  /// Blocks until all of them wait for orders.
  JobProcesses(int jobs) throws IOException {
    try {
      for (var i = 0; i < jobs; i++) {
        all.add(JavaProcess.builder(Job.class).redirectError(Redirect.DISCARD).start());
      }
      hear();
    } catch (IOException failed) {
      close();
      throw failed;
    }
  }

  void tell(String order) throws IOException {
    for (var process : all) {
      var pipe = process.outputWriter();
      pipe.write(order + "\n");
      pipe.flush();
    }
  }

  /// Blocks until each has answered with a line, or has ended.
  void hear() throws IOException {
    for (var process : all) {
      process.inputReader().readLine();
    }
  }

  /// Waits until each has ended. Of one that failed, all that is known is its exit code.
  void end() throws IOException, InterruptedException {
    for (var process : all) {
      process.getOutputStream().close();
      var ended = process.waitFor(LIMIT);
      if (!ended || process.exitValue() != 0) {
        throw new IOException(ended ? "exit code " + process.exitValue() : "it did not end");
      }
    }
  }

  @Override
  public void close() {
    all.forEach(CompletedProcess::end);
  }
}
