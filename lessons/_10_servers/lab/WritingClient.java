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
  private static final int STALLS = 10;
  private static final int IDLE_MS = 60_000; // reached only when something is wrong

  final SocketChannel channel;
  private final long bytes;
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
    var stalls = 0;
    for (var idle = 0; sent < bytes && stalls < STALLS && idle < IDLE_MS; ) {
      var written = write();
      stalls = written == 0 && stalled.getAsBoolean() ? stalls + 1 : 0;
      idle = pause(written, 10, idle);
    }
    return sent;
  }

  /// Sends the rest and reads.
  ///
  /// @return how many bytes came back
  long receive() throws IOException, InterruptedException {
    var buffer = ByteBuffer.allocateDirect(CHUNK);
    for (var idle = 0; received < bytes && idle < IDLE_MS; ) {
      var written = write();
      var read = Math.max(0, channel.read(buffer.clear()));
      received += read;
      idle = pause(written + read, 1, idle);
    }
    return received;
  }

  private int write() throws IOException {
    var written = channel.write(ByteBuffer.allocate((int) Math.min(CHUNK, bytes - sent)));
    sent += written;
    return written;
  }

  /// Pauses if nothing was moved.
  ///
  /// @return for how many milliseconds nothing has been moved, as far as this process ran
  private static int pause(int moved, int millis, int idle) throws InterruptedException {
    if (moved > 0) {
      return 0;
    }
    TimeUnit.MILLISECONDS.sleep(millis);
    return idle + millis;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
