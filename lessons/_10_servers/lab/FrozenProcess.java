package _10_servers.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import workbook.Await;
import workbook.process.CompletedProcess;
import workbook.process.Executables;

/// A process that no longer runs, until this is closed: SIGSTOP stops all its threads, wherever
/// they are, and SIGCONT lets them go on.
final class FrozenProcess implements AutoCloseable {
  private final String pid;

  /// Blocks until all its threads stand still, where the system tells: only Linux does.
  FrozenProcess(long pid) throws IOException, InterruptedException, TimeoutException {
    this.pid = Long.toString(pid);
    send("-STOP");
    try {
      Await.until("process " + pid + " stands still", this::isStopped);
    } catch (InterruptedException | TimeoutException givenUp) {
      close();
      throw givenUp;
    }
  }

  private boolean isStopped() {
    try (var threads = Files.list(Path.of("/proc", pid, "task"))) {
      return threads.allMatch(FrozenProcess::isStopped);
    } catch (IOException goneOrNotLinux) {
      return true;
    }
  }

  /// The state stands behind the name, which is in parentheses: proc_pid_stat(5).
  private static boolean isStopped(Path thread) {
    try {
      var stat = Files.readString(thread.resolve("stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) == 'T';
    } catch (IOException ended) {
      return true;
    }
  }

  /// Why this machine has none, in a sentence; empty if it has.
  static Optional<String> missing() {
    return Executables.find("kill").isPresent()
        ? Optional.empty()
        : Optional.of("There is no program kill on this machine.");
  }

  private void send(String signal) throws IOException, InterruptedException {
    var sent = CompletedProcess.of(new ProcessBuilder("kill", signal, pid));
    if (sent.code() != 0) {
      throw new IOException("kill failed: " + String.join(" ", sent.lines()));
    }
  }

  /// Blocks until the signal is sent, even if this thread is interrupted.
  @Override
  public void close() throws IOException {
    var interrupted = Thread.interrupted();
    try {
      send("-CONT");
    } catch (InterruptedException leaving) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
