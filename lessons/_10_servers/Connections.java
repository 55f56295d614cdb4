package _10_servers;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.Channel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The open connections of a server. Every thread may call it.
final class Connections implements AutoCloseable {
  private static final long PAUSE_MS = 20;

  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  SocketChannel add(SocketChannel client) {
    open.add(client);
    if (closed) {
      close(client); // it was accepted while all were being closed
    }
    withoutDelay(client);
    return client;
  }

  /// Closes one. Does nothing when it is closed already.
  void close(SocketChannel client) {
    open.remove(client);
    closeQuietly(client);
  }

  /// Closes all, and whatever is added later.
  @Override
  public void close() {
    closed = true;
    List.copyOf(open).forEach(this::close);
  }

  /// An answer never waits for more to be sent with it.
  static void withoutDelay(NetworkChannel client) {
    try {
      client.setOption(StandardSocketOptions.TCP_NODELAY, true);
    } catch (IOException gone) {
      // It has left already: reading from it will say so.
    }
  }

  static void closeQuietly(Channel channel) {
    try {
      channel.close();
    } catch (IOException gone) {
      // Then there is nothing left to close.
    }
  }

  static void pause() {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException leaving) {
      Thread.currentThread().interrupt(); // the next accept ends with this
    }
  }
}
