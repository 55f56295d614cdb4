package _10_servers.lab;

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

/// One client of a [LoadGenerator]. A message is a moment: 8 bytes that begin with zeroes, so they
/// are never a command. One thread may send while another takes the answers.
final class LoadClient implements AutoCloseable {
  /// Is told of every answer: what was sent and came back.
  interface Listener {
    void heard(LoadClient client, long moment);
  }

  final SocketChannel channel = SocketChannel.open();
  private final ByteBuffer sending = ByteBuffer.allocate(Long.BYTES);
  private final ByteBuffer received = ByteBuffer.allocate(256 * Long.BYTES);

  /// What was sent and has not come back.
  final Queue<Long> underway = new ConcurrentLinkedQueue<>();

  int answers;
  int wrongAnswers; // not what was sent, or not in the same order

  /// Begins to connect; does not wait.
  LoadClient(SocketAddress server, Selector selector) throws IOException {
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.register(selector, SelectionKey.OP_CONNECT, this);
    channel.connect(server);
  }

  /// Does what can be done now: takes the answers that are there, or the connection.
  void proceed(SelectionKey key, Listener listener) {
    try {
      if (key.isConnectable()) {
        channel.finishConnect();
        key.interestOps(SelectionKey.OP_READ);
        return;
      }
      if (channel.read(received) == -1) {
        throw new IOException("The server closed a connection.");
      }
      received.flip();
      while (received.remaining() >= Long.BYTES) {
        var moment = received.getLong();
        answers++;
        wrongAnswers += Long.valueOf(moment).equals(underway.poll()) ? 0 : 1;
        listener.heard(this, moment);
      }
      received.compact();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  void send(long moment) {
    underway.add(moment);
    sending.clear().putLong(moment).flip();
    try {
      if (channel.write(sending) < Long.BYTES) {
        throw new IllegalStateException("so little is underway, and no room for 8 bytes more");
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
