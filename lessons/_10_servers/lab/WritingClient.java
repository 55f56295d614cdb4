package _10_servers.lab;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// A client that sends a lot, and reads nothing until it is told to.
final class WritingClient implements AutoCloseable {
  private static final int CHUNK = 65_536;
  private static final int PAUSES = 10;
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(30);

  final SocketChannel channel;
  private final long bytes;
  private final long begin = System.nanoTime();
  private long sent;
  private long received;

  WritingClient(SocketAddress server, long bytes) throws IOException {
    channel = SocketChannel.open(server);
    channel.configureBlocking(false);
    this.bytes = bytes;
  }

  /// Sends until everything is sent, or until the server has not read for a while.
  ///
  /// @param stalled whether the server waits, so that it cannot read
  /// @return how many bytes it has sent
  long send(BooleanSupplier stalled) throws IOException, InterruptedException {
    for (var idle = 0; sent < bytes && idle < PAUSES && !isLate(); ) {
      var written = write();
      idle = written == 0 && stalled.getAsBoolean() ? idle + 1 : 0;
      TimeUnit.MILLISECONDS.sleep(written == 0 ? 10 : 0);
    }
    return sent;
  }

  /// Sends the rest and reads.
  ///
  /// @return how many bytes came back
  long receive() throws IOException, InterruptedException {
    var buffer = ByteBuffer.allocateDirect(CHUNK);
    while (received < bytes && !isLate()) {
      var written = write();
      var read = channel.read(buffer.clear());
      received += Math.max(0, read);
      TimeUnit.MILLISECONDS.sleep(written == 0 && read == 0 ? 1 : 0);
    }
    return received;
  }

  private int write() throws IOException {
    var written = channel.write(ByteBuffer.allocate((int) Math.min(CHUNK, bytes - sent)));
    sent += written;
    return written;
  }

  private boolean isLate() {
    return System.nanoTime() - begin > LIMIT_NANOS;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
