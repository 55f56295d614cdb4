package _01_processes;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A child process that has ended: its exit code and all it printed.
///
/// @param code the exit code; 0 says that all went well
/// @param lines standard output and standard error together
record Finished(int code, List<String> lines) {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /// Starts a program and blocks until it has ended, 20 seconds at most.
  ///
  /// One thread reads while another waits: [FullPipe] shows what happens otherwise.
  ///
  /// @throws IOException when the program cannot be started or does not end in time
  static Finished of(ProcessBuilder program) throws IOException, InterruptedException {
    var child = program.redirectErrorStream(true).start();
    try {
      child.getOutputStream().close();
      var lines = new FutureTask<>(() -> child.inputReader().readAllLines());
      Thread.startVirtualThread(lines);
      if (!child.waitFor(LIMIT)) {
        throw new TimeoutException();
      }
      return new Finished(child.exitValue(), lines.get(LIMIT.toSeconds(), TimeUnit.SECONDS));
    } catch (ExecutionException | TimeoutException e) {
      var name = program.command().getFirst();
      throw new IOException(name + " did not end within " + LIMIT.toSeconds() + " s.", e);
    } finally {
      end(child);
    }
  }

  /// Ends a process and all its descendants, whether they still run or not.
  static void end(Process child) {
    child.descendants().forEach(ProcessHandle::destroyForcibly); // first: orphans are hard to find
    child.destroyForcibly();
  }
}
