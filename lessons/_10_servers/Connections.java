package _10_servers;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.Channel;
import java.nio.channels.NetworkChannel;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The open connections of a server. Every thread may call it.
final class Connections implements AutoCloseable {
  private static final long PAUSE_MS = 20;

  private final Set<NetworkChannel> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  <C extends NetworkChannel> C add(C client) {
    open.add(client);
    if (closed) {
      close(client); // it was accepted while all were being closed
    }
    try {
      client.setOption(StandardSocketOptions.TCP_NODELAY, true); // an answer never waits for more
    } catch (IOException gone) {
      // It has left already: reading from it will say so.
    }
    return client;
  }

  /// Closes one. Does nothing when it is closed already.
  void close(NetworkChannel client) {
    open.remove(client);
    closeQuietly(client);
  }

  /// Closes all, and whatever is added later.
  @Override
  public void close() {
    closed = true;
    List.copyOf(open).forEach(this::close);
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
