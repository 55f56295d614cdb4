package _10_servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// One client of a [Load]. A message is a moment: 8 bytes that begin with zeroes, so they are never
/// a command.
///
/// One thread may send while another takes the answers.
final class LoadClient implements AutoCloseable {
  /// Is told of every answer.
  interface Listener {
    /// @param moment what was sent and came back
    void heard(LoadClient client, long moment);
  }

  private final SocketChannel channel = SocketChannel.open();
  private final ByteBuffer sending = ByteBuffer.allocate(Long.BYTES);
  private final ByteBuffer received = ByteBuffer.allocate(256 * Long.BYTES);
  private final Queue<Long> underway = new ConcurrentLinkedQueue<>();
  private boolean faithful = true;

  /// Begins to connect; does not wait.
  LoadClient(SocketAddress server, Selector selector) throws IOException {
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.register(selector, SelectionKey.OP_CONNECT, this);
    channel.connect(server);
  }

  boolean isConnected() {
    return channel.isConnected();
  }

  /// Does what can be done now: takes the answers that are there, or the connection.
  void proceed(SelectionKey key, Listener listener) {
    try {
      if (key.isConnectable()) {
        channel.finishConnect();
        key.interestOps(SelectionKey.OP_READ);
      } else {
        listen(listener);
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private void listen(Listener listener) throws IOException {
    if (channel.read(received) == -1) {
      throw new IOException("The server closed a connection.");
    }
    received.flip();
    while (received.remaining() >= Long.BYTES) {
      var moment = received.getLong();
      faithful &= Long.valueOf(moment).equals(underway.poll());
      listener.heard(this, moment);
    }
    received.compact();
  }

  void send(long moment) {
    underway.add(moment);
    sending.clear().putLong(moment).flip();
    try {
      channel.write(sending);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    if (sending.hasRemaining()) {
      throw new IllegalStateException("so little is underway, and no room for 8 bytes more");
    }
  }

  /// What was sent and has not come back.
  Queue<Long> underway() {
    return underway;
  }

  /// Whether all that came back is what was sent, in the same order.
  boolean isFaithful() {
    return faithful;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
