package _08_timeouts;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// Nothing has been sent. What does a read do: wait for ever, for a while, or not at all?
public final class NothingToRead {
  private NothingToRead() {}

  /// @param limit milliseconds; 0: no limit
  /// @return the byte, or -1 at the end
  public static int socket(Socket from, int limit) throws IOException {
    from.setSoTimeout(limit);
    return from.getInputStream().read();
  }

  /// The same through the stream of a channel's socket.
  public static int channelStream(SocketChannel from, int limit) throws IOException {
    from.socket().setSoTimeout(limit);
    return from.socket().getInputStream().read();
  }

  /// The channel has the setting. Does its own `read` look at it?
  ///
  /// @return the byte, -1 at the end, or 0 when there is none at the moment
  public static int channel(SocketChannel from, int limit) throws IOException {
    from.socket().setSoTimeout(limit);
    return oneByte(from);
  }

  /// A channel that must not wait.
  ///
  /// @return the byte, -1 at the end, or 0 when there is none at the moment
  public static int nonBlocking(SocketChannel from) throws IOException {
    from.configureBlocking(false);
    return oneByte(from);
  }

  private static int oneByte(SocketChannel from) throws IOException {
    var buffer = ByteBuffer.allocate(1);
    var got = from.read(buffer);
    return got == 1 ? Byte.toUnsignedInt(buffer.get(0)) : got;
  }
}
