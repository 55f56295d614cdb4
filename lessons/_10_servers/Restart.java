package _10_servers;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/// A server that serves one client, ends, and starts again at once, at the same port.
///
/// @param before whether the socket of the first server has SO_REUSEADDR
/// @param after whether the socket of the second has it
/// @param serverClosesFirst or the client does
public record Restart(boolean before, boolean after, boolean serverClosesFirst) {
  private static final int LIMIT_SECONDS = 20;

  /// Blocks until it's over.
  ///
  /// @return whether the second server has got the port
  public boolean succeeds() throws IOException {
    var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    InetSocketAddress address;
    try (var first = listen(anyPort, before)) {
      address = (InetSocketAddress) first.getLocalAddress();
      serveOneClient(first);
    }
    try (var second = listen(address, after)) {
      return second.isOpen();
    } catch (BindException inUse) {
      return false;
    }
  }

  private static ServerSocketChannel listen(InetSocketAddress at, boolean reuse)
      throws IOException {
    var server = ServerSocketChannel.open();
    try {
      return server.setOption(StandardSocketOptions.SO_REUSEADDR, reuse).bind(at);
    } catch (IOException refused) {
      server.close();
      throw refused;
    }
  }

  private void serveOneClient(ServerSocketChannel server) throws IOException {
    try (var client = SocketChannel.open(server.getLocalAddress());
        var accepted = server.accept()) {
      var first = serverClosesFirst ? accepted : client;
      var second = serverClosesFirst ? client : accepted;
      second.setOption(StandardSocketOptions.SO_LINGER, LIMIT_SECONDS);
      first.close();
      second.read(ByteBuffer.allocate(1)); // reads the end
      second.close(); // waits until the other side's kernel knows
    }
  }
}
