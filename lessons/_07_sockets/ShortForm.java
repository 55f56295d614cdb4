package _07_sockets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/// Two ways to connect, and two ways to close.
public abstract sealed class ShortForm {
  /// Creates a socket, binds it and connects it.
  public static Socket inThreeLines(InetSocketAddress server) throws IOException {
    var socket = new Socket();
    try {
      socket.bind(new InetSocketAddress(server.getAddress(), 0));
      socket.connect(server);
      return socket;
    } catch (IOException failure) {
      socket.close();
      throw failure;
    }
  }

  /// Does the same.
  public static Socket inOneLine(InetSocketAddress server) throws IOException {
    return new Socket(server.getAddress(), server.getPort());
  }

  /// Works with a connected socket and closes it.
  public abstract void use(Socket client) throws IOException;

  /// Closes on the last line.
  public static final class Broken extends ShortForm {
    @Override
    public void use(Socket client) throws IOException {
      work(client);
      client.close();
    }
  }

  /// Closes on every way out.
  public static final class Mended extends ShortForm {
    @Override
    public void use(Socket client) throws IOException {
      try (client) {
        work(client);
      }
    }
  }

  private static void work(Socket client) throws IOException {
    client.getOutputStream().write("ping".getBytes(UTF_8));
    throw new IllegalStateException("out of paper");
  }
}
