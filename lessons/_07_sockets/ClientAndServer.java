package _07_sockets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;

/// A server that takes what one client sends, and the client.
public final class ClientAndServer {
  private ClientAndServer() {}

  /// The first two steps of a server: from now on its port is open.
  public static void listen(ServerSocket server) throws IOException {
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)); // and listens
  }

  /// A whole client: it connects, writes and closes.
  public static void client(Socket socket, SocketAddress server) throws IOException {
    try (socket) {
      socket.connect(server);
      socket.getOutputStream().write("ping".getBytes(UTF_8));
    }
  }

  /// The third step: accepts one client and reads until its bytes end. Blocks until then.
  public static String serve(ServerSocket listening) throws IOException {
    var received = new ByteArrayOutputStream();
    try (var connection = listening.accept()) {
      var buffer = new byte[1024];
      for (int length; (length = connection.getInputStream().read(buffer)) != -1; ) {
        received.write(buffer, 0, length);
      }
    }
    return received.toString(UTF_8);
  }
}
