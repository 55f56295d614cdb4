package _11_ipc;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/// Sockets: the parent listens, and the child connects.
abstract sealed class SocketMechanism implements Mechanism permits TcpSocket, UnixSocket {
  /// Listens, and only then tells the child where.
  abstract ServerSocketChannel listen(Path place) throws IOException;

  /// Blocks until it is known where the parent listens.
  abstract SocketChannel connect(Path place) throws IOException, InterruptedException;

  Endpoint over(SocketChannel channel) throws IOException {
    return new StreamEndpoint(channel, channel);
  }

  @Override
  public void prepare(Path place) {}

  @Override
  public Endpoint parent(Path place, Process child) throws IOException, InterruptedException {
    try (var door = listen(place)) {
      awaitClient(door, child);
      return over(door.accept());
    }
  }

  private static void awaitClient(ServerSocketChannel door, Process child)
      throws IOException, InterruptedException {
    try (var selector = Selector.open()) {
      door.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
      Polling.until("connected", child.toHandle(), () -> selector.selectNow() > 0);
    }
  }

  @Override
  public Endpoint child(Path place) throws IOException, InterruptedException {
    return over(connect(place));
  }
}
