package _10_servers.lab;

import _10_servers.Design;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import workbook.process.CompletedProcess;
import workbook.process.PythonScript;

/// The server of the script `fork_server.py`, which forks a process for each client.
final class ForkServer implements AutoCloseable {
  private final Process script;
  private final InetSocketAddress address;

  private ForkServer(Process script) throws IOException {
    this.script = script;
    try {
      var port = Integer.parseInt(script.inputReader().readLine());
      address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    } catch (IOException | NumberFormatException failure) {
      close();
      throw new IOException("fork_server.py doesn't serve.", failure);
    }
  }

  /// Blocks until it listens.
  ///
  /// @param clients how many it serves
  /// @return empty where there is no Python
  static Optional<ForkServer> start(int clients) throws IOException {
    var python = PythonScript.builder(Design.class, "fork_server.py");
    if (python.isEmpty()) {
      return Optional.empty();
    }
    python.get().command().add(Integer.toString(clients));
    return Optional.of(new ForkServer(python.get().redirectError(Redirect.DISCARD).start()));
  }

  InetSocketAddress address() {
    return address;
  }

  @Override
  public void close() {
    CompletedProcess.end(script);
  }
}
