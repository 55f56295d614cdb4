package _10_servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/// The listening socket of a server, and the connections it has accepted. It listens from the
/// moment it is open. Every thread may call it.
final class Acceptor implements AutoCloseable {
  final ServerSocketChannel socket;
  final InetSocketAddress address;
  final Connections connections = new Connections();
  private volatile Runnable whenClosed = () -> {};

  /// @param at port 0 means one that the kernel picks
  /// @throws IOException when the port is taken or not allowed
  Acceptor(InetSocketAddress at) throws IOException {
    this(ListeningSocket.open(at));
  }

  Acceptor(ServerSocketChannel listening) throws IOException {
    socket = listening;
    address = (InetSocketAddress) listening.getLocalAddress();
  }

  /// Accepts the next client. Blocks until there is one.
  ///
  /// @throws ClosedChannelException when the acceptor is closed, before or meanwhile
  SocketChannel accept() throws IOException {
    while (true) {
      try {
        return connections.add(socket.accept());
      } catch (ClosedChannelException closed) {
        throw closed;
      } catch (IOException noRoom) {
        Connections.pause(); // for example too many open files: until somebody has left
      }
    }
  }

  /// @param action is called once the socket is closed, by the thread that closed it
  void whenClosed(Runnable action) {
    whenClosed = action;
  }

  /// Closes the socket and all connections: whoever waits for a client gets an exception. Returns
  /// at once; does nothing the second time.
  @Override
  public void close() {
    Connections.closeQuietly(socket);
    connections.close();
    whenClosed.run();
  }
}
