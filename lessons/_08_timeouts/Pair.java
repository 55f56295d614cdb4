package _08_timeouts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A client and a server that are connected, both on this machine.
record Pair(Socket client, Socket server) implements AutoCloseable {
  /// Milliseconds. Reached only when something is wrong: where a limit is not the subject, it is
  /// this one.
  static final int GENEROUS = 10_000;

  /// Blocks until both have their socket. Each read is limited by [#GENEROUS].
  static Pair connected() throws IOException {
    try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      listening.setSoTimeout(GENEROUS);
      var client = new Socket(listening.getInetAddress(), listening.getLocalPort());
      client.setSoTimeout(GENEROUS);
      var server = listening.accept();
      server.setSoTimeout(GENEROUS);
      return new Pair(client, server);
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Closes both, the client first.
  @Override
  public void close() throws IOException {
    client.close();
    server.close();
  }
}
