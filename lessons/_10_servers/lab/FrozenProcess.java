package _10_servers.lab;

import java.io.IOException;
import java.util.Optional;
import workbook.process.CompletedProcess;
import workbook.process.Executables;

/// A process that no longer runs, until this is closed: SIGSTOP stops all its threads, wherever
/// they are, and SIGCONT lets them go on.
final class FrozenProcess implements AutoCloseable {
  private final String pid;

  FrozenProcess(long pid) throws IOException, InterruptedException {
    this.pid = Long.toString(pid);
    send("-STOP");
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
