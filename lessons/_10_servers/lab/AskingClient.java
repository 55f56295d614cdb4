package _10_servers.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A client that asks which process serves it. No wait of it is endless.
final class AskingClient implements AutoCloseable {
  private static final int LIMIT_MS = 60_000; // reached only when something is wrong

  private final Socket socket = new Socket();

  /// @param server has the handlers [_10_servers.HandlerType#PROCESS_ID]
  AskingClient(InetSocketAddress server) throws IOException {
    try {
      socket.connect(server, LIMIT_MS);
      socket.setSoTimeout(LIMIT_MS);
    } catch (IOException failure) {
      socket.close();
      throw failure;
    }
  }

  void ask() throws IOException {
    socket.getOutputStream().write("who?".getBytes(StandardCharsets.US_ASCII));
  }

  /// Whether an answer is there. Does not block.
  boolean isAnswered() {
    try {
      return socket.getInputStream().available() > 0;
    } catch (IOException gone) {
      return false;
    }
  }

  /// Blocks until the answer is there.
  ///
  /// @return the process id of the worker
  long answer() throws IOException {
    var from = new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII);
    var line = new BufferedReader(from).readLine();
    if (line == null) {
      throw new IOException("The server closed a connection.");
    }
    return Long.parseLong(line);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
