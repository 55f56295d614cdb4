package _12_async;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/// A TCP connection on a loop: a coroutine that reads or writes lets the others go on meanwhile.
/// One may read while another writes.
public final class TcpStream implements AutoCloseable {
  private final Loop loop;
  private final SocketChannel channel;

  TcpStream(Loop loop, SocketChannel channel) throws IOException {
    this.loop = loop;
    this.channel = channel;
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true); // an answer never waits for more
  }

  /// Connects; a coroutine waits for it here.
  public static TcpStream connect(Loop loop, SocketAddress server) throws Exception {
    var stream = new TcpStream(loop, SocketChannel.open());
    try {
      if (!stream.channel.connect(server)) {
        loop.ready(stream.channel, SelectionKey.OP_CONNECT).await();
        stream.channel.finishConnect();
      }
      return stream;
    } catch (Throwable refused) {
      stream.close();
      throw refused;
    }
  }

  /// Waits until there is something, and takes what is there.
  ///
  /// @return how many bytes it took; -1 when the peer has ended its side
  public int read(ByteBuffer into) throws Exception {
    loop.ready(channel, SelectionKey.OP_READ).await();
    return channel.read(into);
  }

  /// Writes all that remains. Waits while the peer does not read.
  public void write(ByteBuffer bytes) throws Exception {
    while (channel.write(bytes) >= 0 && bytes.hasRemaining()) {
      loop.ready(channel, SelectionKey.OP_WRITE).await();
    }
  }

  @Override
  public void close() throws IOException {
    loop.close(channel);
  }
}
