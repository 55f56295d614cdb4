package _08_timeouts.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// A client and a server that are connected, both on this machine.
record Pair(Socket client, Socket server) implements AutoCloseable {
  /// Milliseconds. Reached only when something is wrong: where a limit is not the subject, it is
  /// this one.
  static final int GENEROUS = 30_000;

  /// Blocks until both have their socket. Each read is limited by [#GENEROUS].
  static Pair connected() throws IOException {
    return connected(new Socket());
  }

  /// The same with a client of a special kind.
  static Pair connected(Socket client) throws IOException {
    try (var listening = listening()) {
      listening.setSoTimeout(GENEROUS);
      client.connect(listening.getLocalSocketAddress(), GENEROUS);
      client.setSoTimeout(GENEROUS);
      var server = listening.accept();
      server.setSoTimeout(GENEROUS);
      return new Pair(client, server);
    }
  }

  /// A server's socket on this machine with one place in its queue (on Linux, two).
  static ServerSocket listening() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  /// The server sends a byte.
  void sendDot() throws IOException {
    server.getOutputStream().write('.');
  }

  /// Closes both, the client first.
  @Override
  public void close() throws IOException {
    client.close();
    server.close();
  }
}
