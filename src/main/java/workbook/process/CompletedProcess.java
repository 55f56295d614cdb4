package workbook.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
public record CompletedProcess(int code, List<String> lines) {
  private static final Duration LIMIT = Duration.ofMinutes(5); // a busy machine is slow, not stuck

  public CompletedProcess {
    lines = List.copyOf(lines);
  }

  /// Starts a program that is told nothing on its standard input, and blocks until it has ended,
  /// five minutes at most. Neither the program nor a child of it is left behind.
  ///
  /// One thread reads while another waits: a program that prints much would never end otherwise.
  ///
  /// @throws IOException when the program cannot be started or does not end in time
  public static CompletedProcess of(ProcessBuilder program)
      throws IOException, InterruptedException {
    var child = program.redirectErrorStream(true).start();
    try {
      child.getOutputStream().close();
      var lines = new FutureTask<>(() -> child.inputReader(StandardCharsets.UTF_8).readAllLines());
      Thread.startVirtualThread(lines);
      if (!child.waitFor(LIMIT)) {
        throw new TimeoutException();
      }
      return new CompletedProcess(
          child.exitValue(), lines.get(LIMIT.toSeconds(), TimeUnit.SECONDS));
    } catch (ExecutionException | TimeoutException e) {
      var name = program.command().getFirst();
      throw new IOException(name + " did not end within " + LIMIT.toSeconds() + " s.", e);
    } finally {
      end(child);
    }
  }

  /// Ends a process and all its descendants, whether they still run or not.
  public static void end(Process child) {
    child.descendants().forEach(ProcessHandle::destroyForcibly); // first: orphans are hard to find
    child.destroyForcibly();
  }
}
